import { ALGORITHM } from '$lib/core/sled/algorithm';
import { RULES_VERSION } from '$lib/guide/rules-version';

/** Of the analysis, the rules and the summary itself: one by another is made anew. */
export const SUMMARY_VERSION = `${ALGORITHM} ${RULES_VERSION} 2`;
