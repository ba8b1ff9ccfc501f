import type { Finding } from '$lib/guide/rules/rule';
import { parseTempo } from '$lib/guide/tempo';
import type { LiveEvent } from '../events';

/** A lowering of 2.2 s where 3 to 4 were asked. */
const TOO_FAST: Finding = {
  rule: 'lowering-time',
  rep: 7,
  measured: 2.2,
  sd: 0.05,
  allowed: [2.75, 4.25],
  unit: 's',
  verdict: 'out',
  side: 'under',
  rows: [],
  cue: { id: 'lower-slower', amount: 0.8 },
};

/** What a test plays: each kind of event that is told of, as a set would send it. */
export const EXAMPLES: readonly LiveEvent[] = [
  { kind: 'rep', index: 6, count: 6, verdict: { verdict: 'in', findings: [] } },
  { kind: 'rep', index: 7, count: 7, verdict: { verdict: 'out', findings: [TOO_FAST] } },
  { kind: 'target', edge: 'low', count: 8 },
  { kind: 'phase', name: 'lower', elapsed_s: 0, tempo: parseTempo('2-1-1-0'), speed: 2 },
  { kind: 'ended' },
];
