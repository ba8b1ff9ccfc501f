import { describe, expect, it } from 'vitest';
import type { Finding } from '$lib/guide/rules/rule';
import type { LiveEvent, RepEvent } from '$lib/live/events';
import { earconOf, flashOf, stopsMetronome, vibrationOf } from '$lib/live/feedback/channels';
import { durationOf, EARCONS, type EarconId } from '$lib/live/feedback/earcons';
import { voiceFor, voicesOf } from '$lib/live/feedback/voices';

const finding: Finding = {
  rule: 'lowering-time',
  rep: 3,
  measured: 2,
  sd: 0.05,
  allowed: [2.75, 4.25],
  unit: 's',
  verdict: 'out',
  side: 'under',
  rows: [],
  cue: { id: 'lower-slower', amount: 1 },
};
const rep = (verdict: RepEvent['verdict']): RepEvent => ({
  kind: 'rep',
  index: 3,
  count: 3,
  verdict,
});
const inBands = rep({ verdict: 'in', findings: [] });
const short = rep({ verdict: 'out', findings: [finding] });
const open = rep({ verdict: 'borderline', findings: [{ ...finding, verdict: 'borderline' }] });

describe('one event', () => {
  it.each<[string, LiveEvent, EarconId | null]>([
    ['a rep in its bands', inBands, 'in'],
    ['a rep that deviates', short, 'deviating'],
    ['a rep that is left open', open, 'counted'],
    ['a rep that nothing is asked of', rep(null), 'counted'],
    ['a target', { kind: 'target', edge: 'low', count: 8 }, 'target'],
    ['the end', { kind: 'ended' }, 'ended'],
    ['the beep to lift', { kind: 'go' }, 'go'],
    ['a lost sensor', { kind: 'lost' }, 'lost'],
    ['a last second', { kind: 'countdown', left_s: 3 }, 'countdown'],
    ['an earlier second', { kind: 'countdown', left_s: 4 }, null],
    ['a partial stroke', { kind: 'partial' }, null],
  ])('of %s has its sound', (_name, event, earcon) => {
    expect(earconOf(event)).toBe(earcon);
  });

  it('flashes by its verdict and side', () => {
    expect(flashOf(inBands)).toBe('in');
    expect(flashOf(short)).toBe('under');
    expect(flashOf(rep({ verdict: 'out', findings: [{ ...finding, side: 'over' }] }))).toBe('over');
    expect(flashOf(open)).toBe('counted');
    expect(flashOf({ kind: 'paused' })).toBeNull();
  });

  it('shakes a deviating rep otherwise than a good one', () => {
    expect(vibrationOf(short)).not.toEqual(vibrationOf(inBands));
    expect(vibrationOf({ kind: 'countdown', left_s: 2 })).toBeNull();
  });

  it('silences the metronome where nothing is lifted any more', () => {
    expect(stopsMetronome({ kind: 'paused' })).toBe(true);
    expect(stopsMetronome(inBands)).toBe(false);
  });
});

describe('the sounds', () => {
  it('are over soon, and those of the metronome sooner than the next tick', () => {
    for (const id of Object.keys(EARCONS) as EarconId[]) {
      expect(durationOf(id)).toBeLessThanOrEqual(1.2);
    }
    expect(durationOf('tick')).toBeLessThan(0.1);
    expect(durationOf('accent')).toBeLessThan(0.1);
  });
});

describe('voices', () => {
  const voice = (voiceURI: string, lang: string, change = {}) => ({
    voiceURI,
    lang,
    localService: true,
    default: false,
    ...change,
  });
  const all = [
    voice('Anna', 'de-DE'),
    voice('Cloud', 'en-US', { localService: false }),
    voice('Daniel', 'en-GB', { default: true }),
    voice('Samantha', 'en_US'),
  ];

  it('are those of the language, local ones and the default first', () => {
    expect(voicesOf(all, 'en').map(({ voiceURI }) => voiceURI)).toEqual([
      'Daniel',
      'Samantha',
      'Cloud',
    ]);
    expect(voicesOf(all, 'de')).toHaveLength(1);
    expect(voicesOf([], 'de')).toEqual([]);
  });

  it('give the chosen one, another where it is gone, and none where there is none', () => {
    const english = voicesOf(all, 'en');
    expect(voiceFor(english, 'Samantha')?.voiceURI).toBe('Samantha');
    expect(voiceFor(english, 'Gone')?.voiceURI).toBe('Daniel');
    expect(voiceFor([], 'Gone')).toBeNull();
  });
});
