import { inLanguage } from '$lib/locale/language';

/** What is written on the canvas itself, figures aside. */
export const canvasWords = inLanguage({
  en: {
    now: 'now',
    gap: 'no samples',
    excluded: { removed: 'removed', 'un-rack': 'un-rack', calibration: 'calibration' },
    /** Floor and ceiling are told by where they lie. */
    levels: {
      floor: '',
      target: 'target',
      ceiling: '',
      stop: 'safe stop',
      softTop: 'soft top',
    },
    parts: { lower: 'lower', bottom: 'hold', press: 'press', top: 'top', depth: 'depth' },
    pressBegins: 'press begins',
  },
  de: {
    now: 'jetzt',
    gap: 'keine Messwerte',
    excluded: { removed: 'entfernt', 'un-rack': 'Aushängen', calibration: 'Kalibrierung' },
    levels: {
      floor: '',
      target: 'Ziel',
      ceiling: '',
      stop: 'Sicherheitsanschlag',
      softTop: 'weiches Oben',
    },
    parts: { lower: 'Senken', bottom: 'Halten', press: 'Drücken', top: 'Oben', depth: 'Tiefe' },
    pressBegins: 'Drücken beginnt',
  },
});
