import { LOCALES } from '$lib/locale/language';
import { preferences } from '$lib/locale/preferences';

/**
 * Writes dates so, in the person's language. What writes them is made once, when it is first needed: making it takes a
 * hundred times as long as writing a date, and a list writes thousands.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let format: Intl.DateTimeFormat | null = null;
  return (date) => {
    format ??= new Intl.DateTimeFormat(LOCALES[preferences.language], options);
    return format.format(date);
  };
}
