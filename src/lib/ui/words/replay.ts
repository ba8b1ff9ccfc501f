import { inLanguage } from '$lib/locale/language';

export const replayWords = inLanguage({
  en: {
    title: 'Replay',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    time: 'Time in the set',
    outside: 'Before the first rep',
    keys: 'Left and right go from rep to rep.',
    pacer: 'The mark beside the rail keeps the tempo that was asked.',
  },
  de: {
    title: 'Noch einmal abspielen',
    play: 'Abspielen',
    pause: 'Anhalten',
    speed: 'Geschwindigkeit',
    time: 'Zeit im Satz',
    outside: 'Vor der ersten Wiederholung',
    keys: 'Links und rechts gehen von Wiederholung zu Wiederholung.',
    pacer: 'Die Marke neben der Schiene hält das verlangte Tempo.',
  },
});
