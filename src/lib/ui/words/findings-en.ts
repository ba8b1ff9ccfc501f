import { cueWordsEn } from './cues-en';
import type { FindingWords } from './findings';

export const findingWordsEn: FindingWords = {
  rules: {
    'lowering-time': { name: 'Lowering time', coach: 'Eccentric time' },
    'lowering-evenness': { name: 'Even lowering', coach: 'Eccentric control' },
    'bottom-pause': { name: 'Pause at the bottom', coach: 'Bottom pause' },
    bounce: { name: 'Bounce at the bottom', coach: 'Bounce' },
    hold: { name: 'Hold in the stretch', coach: 'Isometric hold' },
    'press-time': { name: 'Press time', coach: 'Concentric time' },
    'press-intent': { name: 'Explosive press', coach: 'Concentric intent' },
    momentum: { name: 'Thrown sled', coach: 'Momentum' },
    'top-rest': { name: 'Rest at the top', coach: 'Top dwell' },
    slam: { name: 'Slam at the top', coach: 'Top slam' },
    'past-top': { name: 'Past the soft top', coach: 'Past the soft top' },
    depth: { name: 'Depth', coach: 'Range of motion' },
    'safe-stop': { name: 'Safe stop', coach: 'Safe stop' },
    'partial-rep': { name: 'Partial rep', coach: 'Partial rep' },
    'depth-consistency': { name: 'Same depth', coach: 'Depth consistency' },
    'depth-drift': { name: 'Depth along the set', coach: 'Depth drift' },
    'tempo-drift': { name: 'Lowering along the set', coach: 'Eccentric drift' },
    'velocity-drift': { name: 'Speed along the set', coach: 'Velocity loss' },
    'rep-count': { name: 'Reps', coach: 'Reps' },
    'set-count': { name: 'Sets', coach: 'Sets' },
    'rest-between-sets': { name: 'Rest between sets', coach: 'Rest between sets' },
    'weekly-frequency': { name: 'Sessions a week', coach: 'Weekly frequency' },
    asymmetry: { name: 'Left and right', coach: 'Asymmetry' },
    'load-share': { name: 'Load', coach: 'Load, share of max' },
    'load-jump': { name: 'Step in load', coach: 'Load jump' },
    'progression-ready': { name: 'Ready for more', coach: 'Progression' },
  },
  reps: {
    'lowering-time.under': {
      one: (rep, value) => `Rep ${rep} lowered in ${value}`,
      many: (reps) => `Reps ${reps} lowered too fast`,
    },
    'lowering-time.over': {
      one: (rep, value) => `Rep ${rep} lowered in ${value}`,
      many: (reps) => `Reps ${reps} lowered too slowly`,
    },
    'lowering-evenness.peak': {
      one: (rep, value) => `Rep ${rep} dropped: at its fastest ${value} its mean speed`,
      many: (reps) => `Reps ${reps} dropped and were caught`,
    },
    'lowering-evenness.fall': {
      one: (rep, value) => `Rep ${rep} was let fall with ${value} of gravity’s pull`,
      many: (reps) => `Reps ${reps} were let fall`,
    },
    'bottom-pause.missing': {
      one: (rep) => `Rep ${rep} did not pause at the bottom`,
      many: (reps) => `Reps ${reps} did not pause at the bottom`,
    },
    'bottom-pause.under': {
      one: (rep, value) => `Rep ${rep} paused ${value} at the bottom`,
      many: (reps) => `Reps ${reps} paused too briefly`,
    },
    'bottom-pause.over': {
      one: (rep, value) => `Rep ${rep} paused ${value} at the bottom`,
      many: (reps) => `Reps ${reps} paused too long`,
    },
    bounce: {
      one: (rep) => `Rep ${rep} bounced out of the bottom`,
      many: (reps) => `Reps ${reps} bounced out of the bottom`,
    },
    'hold.under': {
      one: (rep, value) => `Rep ${rep} held ${value} in the stretch`,
      many: (reps) => `Reps ${reps} held too briefly`,
    },
    'hold.over': {
      one: (rep, value) => `Rep ${rep} held ${value} in the stretch`,
      many: (reps) => `Reps ${reps} held too long`,
    },
    'hold.wanders': {
      one: (rep, value) => `Rep ${rep} wandered by ${value} in its hold`,
      many: (reps) => `Reps ${reps} wandered in their holds`,
    },
    'press-time.under': {
      one: (rep, value) => `Rep ${rep} pressed in ${value}`,
      many: (reps) => `Reps ${reps} pressed too fast`,
    },
    'press-time.over': {
      one: (rep, value) => `Rep ${rep} pressed in ${value}`,
      many: (reps) => `Reps ${reps} pressed too slowly`,
    },
    'press-intent.time': {
      one: (rep, value) => `Rep ${rep} took ${value} to press`,
      many: (reps) => `Reps ${reps} were not explosive`,
    },
    'press-intent.share': {
      one: (rep, value) => `Rep ${rep} pressed at ${value} of the speed of others`,
      many: (reps) => `Reps ${reps} were not explosive`,
    },
    momentum: {
      one: (rep) => `Rep ${rep} was thrown and coasted to the top`,
      many: (reps) => `Reps ${reps} were thrown and coasted to the top`,
    },
    'top-rest.under': {
      one: (rep, value) => `Rep ${rep} stayed ${value} at the top`,
      many: (reps) => `Reps ${reps} stayed too briefly at the top`,
    },
    'top-rest.over': {
      one: (rep, value) => `Rep ${rep} stayed ${value} at the top`,
      many: (reps) => `Reps ${reps} stayed long at the top`,
    },
    slam: {
      one: (rep) => `Rep ${rep} ran into the stop at the top`,
      many: (reps) => `Reps ${reps} ran into the stop at the top`,
    },
    'past-top': {
      one: (rep, value) => `Rep ${rep} ended ${value} past the soft top`,
      many: (reps) => `Reps ${reps} ended past the soft top`,
    },
    'depth.under': {
      one: (rep, value) => `Rep ${rep} went ${value} deep`,
      many: (reps) => `Reps ${reps} were short`,
    },
    'depth.over': {
      one: (rep, value) => `Rep ${rep} went ${value} deep`,
      many: (reps) => `Reps ${reps} went deeper than meant`,
    },
    'safe-stop': {
      one: (rep, value) => `Rep ${rep} passed the safe stop: ${value} deep`,
      many: (reps) => `Reps ${reps} passed the safe stop`,
    },
    'partial-rep': {
      one: (rep, value) => `Rep ${rep} went ${value} of the way`,
      many: (reps) => `Reps ${reps} were partial`,
    },
  },
  set: {
    'depth-consistency': (value) => `Depth varies by ${value} from rep to rep`,
    'depth-drift': (value) => `Depth shrank by ${value} along the set`,
    'tempo-drift': (value) => `Lowering became ${value} shorter along the set`,
    'velocity-drift': (value) => `The press lost ${value} of its speed`,
    'rep-count.under': (value) => `${value}, fewer than asked`,
    'rep-count.over': (value) => `${value}, more than asked`,
    'set-count.under': (value) => `${value}, fewer than asked`,
    'set-count.over': (value) => `${value}, more than asked`,
    'rest-between-sets.under': (value) => `${value} of rest before this set, less than asked`,
    'rest-between-sets.over': (value) => `${value} of rest before this set, more than asked`,
    'weekly-frequency.under': (value) => `Trained ${value} this week, less than asked`,
    'weekly-frequency.over': (value) => `Trained ${value} this week, more than asked`,
    'load-share.one-rep-max': (value) => `The load was ${value} of the one-rep max`,
    'load-share.perceived-max': (value) => `The load was ${value} of the perceived max`,
    'load-share.estimated': (value) => `The load was about ${value} of an estimated one-rep max`,
    'load-jump': (value) => `${value} more load than last time`,
    'progression-ready': (value) => `Ready for more: ${value} in a row as asked`,
  },
  sides: {
    depth: (side, value) => `The ${side} went ${value} less deep`,
    lower: (side, value) => `The ${side} lowered ${value} faster`,
    press: (side, value) => `The ${side} pressed ${value} slower`,
    reps: (side, value) => `The ${side} did ${value} fewer reps`,
    load: (side, value) => `The ${side} moved ${value} less`,
  },
  borderline: (title) => `${title}: borderline`,
  cues: cueWordsEn,
  halfSecond: 'half a second',
  countedReps: (count) => (count === 1 ? '1 rep' : `${count} reps`),
  countedSets: (count) => (count === 1 ? '1 set' : `${count} sets`),
  times: (count) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`),
  fold: (value) => `${value} times`,
  good: 'good',
};
