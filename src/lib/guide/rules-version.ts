/** Version of the rules; changes whenever a verdict may. What was cached by another one is made anew. */
export const RULES_VERSION = 'rules-4';
