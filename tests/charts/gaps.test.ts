import { describe, expect, it } from 'vitest';
import { visibleIndices } from '$lib/charts/columns';
import { measuredPositions } from '$lib/charts/gaps';
import { recordingOf, sampleAt } from '$lib/core/recording';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';

const { recording, truth } = simulate({ seed: 3 });
const HURT = 4;
const hurt = truth.reps[HURT - 1].lower;
const from_s = (hurt?.start_s ?? NaN) + 1;

/** The report of a set that lost every sample for so long, from within the lower of its fourth rep. */
function reportWithHole(hole_s: number) {
  const samples = Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
  return analyse(recordingOf(samples.filter(({ t_s }) => t_s < from_s || t_s > from_s + hole_s)));
}

describe.each([0.5, 1.9, 2.1, 6])('a hole of %d s', (hole_s) => {
  const report = reportWithHole(hole_s);
  const { t_s } = report.track;
  const position_m = measuredPositions(report);

  it('is drawn as a hole, on a wide screen and on a narrow one', () => {
    for (const columns of [100, 350, 1200, 10_000]) {
      const drawn = visibleIndices(position_m, columns);
      const known = drawn.filter((i) => !Number.isNaN(position_m[i]));
      expect(known.some((i) => t_s[i] > from_s && t_s[i] < from_s + hole_s)).toBe(false);
      // A lost value stands between the last before and the first after it: the line breaks.
      const before = known.findLast((i) => t_s[i] <= from_s) ?? -1;
      const after = known.find((i) => t_s[i] >= from_s + hole_s) ?? -1;
      const between = drawn.slice(drawn.indexOf(before) + 1, drawn.indexOf(after));
      expect(between.length).toBeGreaterThan(0);
    }
  });

  it('leaves the rest as it was measured', () => {
    const lost = position_m.filter(Number.isNaN).length;
    expect(lost).toBeLessThanOrEqual(hole_s * 100 + 1);
  });

  it('makes the rep it is in doubtful', () => {
    expect(report.gaps).toHaveLength(1);
    expect(report.reps[HURT - 1].quality).toBe('doubtful');
    expect(report.reps.slice(0, HURT - 1).map(({ quality }) => quality)).not.toContain('doubtful');
  });
});
