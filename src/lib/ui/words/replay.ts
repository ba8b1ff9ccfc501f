import { inLanguage } from '$lib/locale/language';

export const replayWords = inLanguage({
  en: {
    title: 'Replay',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    time: 'Time in the set',
    outside: 'No rep',
    pacer: 'The mark beside the rail keeps the tempo that was asked.',
  },
  de: {
    title: 'Noch einmal abspielen',
    play: 'Abspielen',
    pause: 'Anhalten',
    speed: 'Tempo',
    time: 'Zeit im Satz',
    outside: 'Keine Wiederholung',
    pacer: 'Die Marke neben der Schiene hält das verlangte Tempo.',
  },
});
