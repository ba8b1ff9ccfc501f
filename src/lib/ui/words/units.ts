import { inLanguage } from '$lib/locale/language';
import type { LengthUnit, MassUnit } from '$lib/locale/preferences';

/** How a unit is written behind a figure. */
export const unitWords: Record<LengthUnit | MassUnit, string> = inLanguage({
  en: { cm: 'cm', in: 'in', kg: 'kg', lb: 'lb' },
  de: { cm: 'cm', in: 'Zoll', kg: 'kg', lb: 'lb' },
});
