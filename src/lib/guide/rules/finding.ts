import type { Rep } from '../../core/sled/report';
import type { Allowed, BandSide, Cue, Detail, Finding, FindingUnit, RuleId } from './rule';
import { distance, judge, type Judged } from './verdict';

/** What a rule measured, before it is judged. */
export interface Measurement {
  readonly rule: RuleId;
  /** Null for the whole set. */
  readonly rep: Pick<Rep, 'index' | 'quality'> | null;
  readonly measured: number;
  readonly sd: number;
  readonly allowed: Allowed;
  readonly unit: FindingUnit;
  readonly rows: readonly string[];
  readonly detail?: Detail;
  /** What it would be by another reading that the data leave open; what would not be out then is not called out. */
  readonly otherwise?: number;
  /** What to do on either side of the band. */
  readonly cue: (side: BandSide) => Cue;
}

/** The measurement with its verdict; none where the figure is not known. */
export function find({ rep, cue, otherwise, ...measurement }: Measurement): Finding[] {
  const { measured, sd, allowed } = measurement;
  if (Number.isNaN(measured) || Number.isNaN(sd)) return [];
  const judged = judge(measured, sd, allowed);
  const { side } = judged;
  const isSure =
    rep?.quality !== 'doubtful' &&
    (otherwise === undefined || judge(otherwise, sd, allowed).verdict === 'out');
  const verdict = isSure ? judged.verdict : atMostBorderline(judged);
  return [
    {
      ...measurement,
      rep: rep?.index ?? null,
      verdict,
      side,
      cue: cue(side ?? nearerSide(measured, allowed)),
    },
  ];
}

/**
 * Without what lies in its band and may as well not: of a whole set that says nothing, and in a short one
 * it would always be said.
 */
export function withoutOpenInside(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ verdict, measured, allowed }) => verdict !== 'borderline' || distance(measured, allowed) > 0,
  );
}

/** A cue without a figure, whatever the side. */
export function always(id: Cue['id']): () => Cue {
  return () => ({ id, amount: null });
}

/** Of what is not surely measured. */
export function atMostBorderline({ verdict }: Pick<Judged, 'verdict'>): Judged['verdict'] {
  return verdict === 'out' ? 'borderline' : verdict;
}

function nearerSide(measured: number, [low, high]: Allowed): BandSide {
  return measured - (low ?? -Infinity) < (high ?? Infinity) - measured ? 'under' : 'over';
}
