import { inLanguage } from '$lib/locale/language';
import type { Side } from '$lib/guide/entered';

/** The leg that worked, where one did. */
export const sideWords: Record<Side, string> = inLanguage({
  en: { left: 'left', right: 'right' },
  de: { left: 'links', right: 'rechts' },
});
