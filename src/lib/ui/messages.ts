import type { WarningCode } from '$lib/core/sled/report';
import type { PhaseName } from '$lib/live/phase';
import type { SessionNotice, SessionTrouble } from '$lib/live/session.svelte';

/** Words for the phases, before jargon. */
export const phaseWords: Record<PhaseName | 'ready', string> = {
  ready: 'Ready',
  lower: 'Lower',
  bottom: 'Hold',
  press: 'Press',
  top: 'Top',
};

/** What a sensor's trouble means and what to do, by the code of the error. */
export const sensorTrouble: Record<SessionTrouble, string> = {
  unsupported:
    'This browser cannot reach the sensor. Use Chrome, Edge or Opera, this device’s own motion sensor, a recording, or the simulated sled.',
  'bluetooth-off': 'Bluetooth is off. Switch it on, then try again.',
  'not-chosen': 'No sensor was chosen.',
  forbidden:
    'The browser does not allow it. Allow it in the settings of this site, then try again.',
  unreachable: 'The sensor does not answer. Wake it, bring it closer, then try again.',
  'wrong-device': 'This device cannot be used as a sensor.',
  'not-ready': 'The sensor needs something first.',
  lost: 'The sensor fell silent. What came before is safe: end the set to keep it.',
  unreadable: 'The sensor sends something that cannot be read.',
  cancelled: 'Connecting was stopped.',
};

/** What a person should know of a sensor that streams, by the code of the notice. */
export function noticeWords(notice: SessionNotice): { title: string; text: string } {
  switch (notice.code) {
    case 'gravity-off':
      return {
        title: 'Gravity reads off',
        text: `At rest the sensor weighs ${notice.measured_g.toFixed(2)} g, not 1 g: depth and speed err as much. Check its range and its calibration.`,
      };
    case 'slow':
      return {
        title: 'A slow sensor',
        text: `It sends ${Number(notice.rate_Hz.toFixed(1))} samples a second: reps count, the times of quick ones are rough.`,
      };
    case 'narrow-range':
      return {
        title: 'A narrow range',
        text: `It measures up to ${notice.range_g} g, and a sled that hits its stop may exceed it: set it down softly.`,
      };
    case 'unreadable-packets':
      return {
        title: 'Packets were passed over',
        text: `${notice.count} could not be read. The rest is recorded.`,
      };
  }
}

/** A heading for each note of the analysis; the note's own sentence follows it. */
export const warningTitles: Record<WarningCode, string> = {
  'too-short': 'Too short',
  'no-motion': 'No motion',
  'slow-rate': 'Slow sampling',
  'samples-lost': 'Samples lost',
  clipped: 'Out of the sensor’s range',
  'gravity-off': 'Gravity reads off',
  'level-rail': 'Level rail',
  'not-on-a-rail': 'Not on a rail',
  'clip-slipped': 'The clip slipped',
};

/** Everything else the screens say. */
export const words = {
  name: 'Sledtrace',
  home: {
    tagline: 'Every rep on the sled, measured.',
    about:
      'Clip a motion sensor to the leg press. See how long you lowered, held and pressed, and how deep.',
    simulate: 'Try the simulated sled',
    open: 'Open a recording',
    opening: 'Opening…',
    drop: 'Drop the recording to open it',
    formats:
      'Or drop one anywhere. CSV from Sledtrace, phyphox, Sensor Logger, MetaMotion (both files together), WitMotion, Movella DOT or Polar.',
    private: 'Nothing leaves this browser. Recordings are read and kept here.',
    recent: 'Recent sets',
    lower: 'lower',
    loading: 'Loading your sets',
    emptyTitle: 'No sets yet',
    empty: 'A set you record or open is kept here, in this browser.',
    unreadable: (count: number) =>
      count === 1 ? 'This file could not be opened' : `${count} files could not be opened`,
  },
  connect: {
    any: 'Connect a sensor',
    known: (name: string) => `Connect ${name}`,
    choosing: 'Choosing…',
    missing: 'This browser cannot reach Bluetooth sensors.',
    missingHint: 'Chrome, Edge and Opera can, on Android and on computers.',
  },
  live: {
    title: 'Live set',
    starting: 'Connecting',
    cancel: 'Cancel',
    streaming: 'Streaming',
    mayGoDark: 'the screen may go dark',
    lastSample: (age: string) => `last sample ${age} s ago`,
    silent: 'Silent: wake the sensor',
    reconnecting: 'Reconnecting: bring it closer',
    battery: 'Battery',
    kept: 'Saved',
    notKept: 'Not saved',
    unsavedTitle: 'This set is not being saved',
    unsaved: {
      full: 'This browser’s storage is full. Recording goes on; download it at the end, or make room.',
      unavailable:
        'This browser lets the page keep nothing, as in a private window. Recording goes on; download it at the end.',
      damaged: 'Recording goes on; download it at the end.',
      held: 'Recording goes on; download it at the end.',
    },
    notStored: {
      full: 'This browser’s storage is full. Download the set, or delete others in another tab and try again.',
      unavailable: 'This browser lets the page keep nothing. Download the set before you leave.',
      damaged: 'Download the set before you leave.',
      held: 'Download the set before you leave.',
    },
    hiddenTitle: (time: string) => `The page was hidden for ${time} s`,
    hidden: 'The browser may have held samples back. Keep the page in front while you lift.',
    dismiss: 'Dismiss',
    download: 'Download CSV',
    again: 'Try again',
    over: 'The stream has ended',
    saving: 'Saving',
    reps: (n: number) => (n === 1 ? 'rep' : 'reps'),
    rep: (index: number) => `Rep ${index}`,
    noReps: 'A rep counts when its press ends',
    depthNow: 'Depth',
    speedNow: 'Speed',
    provisional: 'provisional:',
    trace: 'Position, last 30 seconds',
    lowerByRep: 'Lower by rep, s',
    discard: 'Discard',
    end: 'End set',
    speed: (speed: number) => `${speed}×`,
    leaveTitle: 'A set is under way',
    leave: 'Keep what was recorded, or discard it?',
    stay: 'Back to the set',
    discardAndLeave: 'Discard',
    keep: 'End and keep',
    none: 'No set is running',
    noneHint: 'Start one from the home page, or try the simulated sled.',
    resumeTitle: 'Go on with the set',
    resumeHint: (name: string, time: string) =>
      `${name}, ${time} so far. Start a sensor to go on; the time between shows as a gap.`,
    resumeSimulated: 'Simulated sled',
    resumeFailed: 'The set cannot be resumed',
    failed: 'The set could not start',
    notSaved: 'The set is not saved yet',
    wrongNumber:
      'The address asks for a seed, a speed or a rate that cannot be: a seed is a whole number above zero, a speed any number above zero, a rate up to 1000 samples per second.',
  },
  unfinished: {
    title: (count: number) => (count === 1 ? 'A set was cut off' : `${count} sets were cut off`),
    hint: 'What was recorded is safe.',
    recorded: (time: string) => `${time} recorded`,
    resume: 'Resume',
    keep: 'Keep',
    discard: 'Discard',
  },
  review: {
    all: 'All sets',
    railAt: (angle: string) => `${angle} rail`,
    varies: (share: string) => `varies ${share}`,
    rename: 'Rename',
    save: 'Save',
    cancel: 'Cancel',
    titleField: 'Name of the set',
    download: 'Download CSV',
    remove: 'Delete',
    reps: 'Reps',
    lower: 'Lower',
    hold: 'Hold',
    press: 'Press',
    depth: 'Depth',
    tension: 'Under tension',
    trace: 'Position along the rail, cm below the start',
    tempo: 'Tempo by rep, s',
    depthByRep: 'Depth by rep, cm',
    depthLegend: 'Whiskers ± 2 sd, dashes the mean',
    table: 'Every rep',
    tableHint: '± is one standard deviation. Speeds are of the press.',
    marked: '* partial or doubtful: see the table.',
    reading: 'How it was read',
    flip: 'Press direction',
    flipBy: {
      gravity: 'Told by gravity: press goes up the rail.',
      'first-stroke': 'Told by the first full stroke: a set begins by lowering.',
      flipped: 'Turned round by you.',
      unknown: 'Not known: no motion along a rail was found.',
    },
    flipButton: 'Flip direction',
    unflipButton: 'Flip back',
    minTravel: 'Shortest stroke',
    minTravelHint: 'Shorter travel is not a rep.',
    rail: 'Rail',
    railUnknown: 'Not measured',
    samples: 'Samples',
    notes: 'Notes',
    emptyTitle: 'No reps found',
    emptyMotion: 'Was the sensor on the sled, and did the sled move?',
    emptyTrace: 'The trace shows what was read.',
    emptyShort: 'Short strokes? Choose a smaller shortest stroke below.',
    notFound:
      'There is no such set in this browser. It may have been deleted, or recorded elsewhere.',
  },
  table: {
    rep: 'Rep',
    lower: 'Lower, s',
    hold: 'Hold, s',
    press: 'Press, s',
    top: 'Top, s',
    depth: 'Depth, cm',
    mean: 'Mean, m/s',
    peak: 'Peak, m/s',
    remark: 'Remark',
    partial: 'partial',
    doubtful: 'doubtful',
  },
  undo: {
    removed: (title: string) => `“${title}” deleted.`,
    undo: 'Undo',
    dismiss: 'Dismiss',
  },
  failure: {
    notFound: 'Page not found',
    setNotFound: 'Set not found',
    other: 'Something went wrong',
    home: 'Back to your sets',
    unavailable:
      'This browser does not let the page keep anything. Leave private browsing, or allow storage for this page, then reload.',
    full: 'There is no room left in this browser’s storage. Delete a few sets, then try again.',
    held: 'Another tab is recording this set, or has taken it up.',
    damaged: 'The recording of this set is missing or damaged and cannot be shown.',
  },
} as const;
