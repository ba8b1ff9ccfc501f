import type { Part } from '$lib/guide/rules/rule';
import type { Palette } from './palette';

/** How a rep lies to what was asked: longer, deeper or more than allowed; shorter or less; or left open by the measurement. */
export type MarkKind = 'over' | 'under' | 'borderline';

/** What the guide says of one part of a rep, where it is not in its band. */
export interface RepMark {
  /** `index` of the rep. */
  rep: number;
  part: Part;
  kind: MarkKind;
}

/** A mark is told by its shape; its colour comes on top. */
export const MARK_SIGNS: Record<MarkKind, string> = { over: '▲', under: '▼', borderline: '◌' };

/** The colour a mark is drawn in. */
export function markColour(palette: Palette, kind: MarkKind): string {
  return kind === 'borderline' ? palette.ink : palette[kind];
}
