import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import type { Rep, SetReport } from '$lib/core/sled/report';
import { chosen } from '../locale/chosen';
import { depthSummary, positionSummary, tempoSummary } from '$lib/ui/chart-summaries';

const report: SetReport = analyse(simulate({ seed: 3 }).recording);
const [rep] = report.reps;

const like = (changes: Partial<Rep>): Rep => ({ ...rep, ...changes });
const lasting = (duration_s: number) => ({ ...rep.press, duration_s });

describe('charts in words', () => {
  it('count the reps of the trace, partial ones apart', () => {
    const partial: SetReport = {
      ...report,
      duration_s: 65.4,
      reps: [like({}), like({ index: 2 }), like({ index: 3, kind: 'partial' })],
      track: { ...report.track, position_m: Float32Array.of(0, -0.42, NaN, 0) },
    };
    expect(positionSummary(partial)).toBe(
      '2 reps and 1 partial rep in 65 s; the lowest point is 42 cm below the start.',
    );
  });

  it('say when nothing moved', () => {
    const track = { ...report.track, t_s: new Float64Array() };
    expect(positionSummary({ ...report, duration_s: 12, track })).toBe('No motion in 12 s.');
  });

  it('give the range of each phase over the full reps', () => {
    const reps = [
      like({ lower: lasting(3), bottom: lasting(0.5), press: lasting(1.2) }),
      like({ lower: lasting(3.6), bottom: lasting(0.5), press: lasting(1.5) }),
      like({ lower: lasting(9), kind: 'partial' }),
    ];
    expect(tempoSummary(reps)).toBe('Lower 3.0–3.6 s · Hold 0.5 s · Press 1.2–1.5 s.');
    expect(tempoSummary([])).toBe('No full reps.');
  });

  it('leave out a phase that no rep has', () => {
    const reps = [like({ lower: null, bottom: null, press: lasting(1.2) })];
    expect(tempoSummary(reps)).toBe('Press 1.2 s.');
  });

  it('name the deepest and the shallowest rep', () => {
    const reps = [
      like({ index: 1, depth_m: 0.4 }),
      like({ index: 2, depth_m: 0.45 }),
      like({ index: 3, depth_m: 0.38 }),
    ];
    expect(depthSummary(reps)).toBe('Deepest rep 2 with 45.0 cm, shallowest rep 3 with 38.0 cm.');
    expect(depthSummary(reps.slice(0, 1))).toBe('40.0 cm.');
    expect(depthSummary([])).toBe('No full reps.');
  });
});

it('speaks German, in inches where they are read', async () => {
  const german = await chosen(
    { language: 'de', length: 'in', decimal: ',' },
    () => import('$lib/ui/chart-summaries'),
  );
  const reps = [like({ index: 1, depth_m: 0.4 }), like({ index: 2, depth_m: 0.45 })];
  expect(german.depthSummary(reps)).toBe(
    'Am tiefsten Wiederholung 2 mit 17,7 Zoll, am flachsten Wiederholung 1 mit 15,7 Zoll.',
  );
});
