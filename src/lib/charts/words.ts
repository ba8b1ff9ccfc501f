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
    parts: {
      plain: { lower: 'lower', bottom: 'hold', press: 'press', top: 'top', depth: 'depth' },
      field: { lower: 'ecc.', bottom: 'bottom', press: 'con.', top: 'top', depth: 'depth' },
    },
    pressBegins: { plain: 'press begins', field: 'concentric begins' },
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
    parts: {
      plain: {
        lower: 'Senken',
        bottom: 'Halten',
        press: 'Drücken',
        top: 'Oben',
        depth: 'Tiefe',
      },
      field: { lower: 'exz.', bottom: 'unten', press: 'konz.', top: 'oben', depth: 'Tiefe' },
    },
    pressBegins: { plain: 'Drücken beginnt', field: 'Konzentrisch beginnt' },
  },
});
