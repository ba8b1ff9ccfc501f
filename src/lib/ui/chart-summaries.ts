import type { Rep, SetReport } from '$lib/core/sled/report';
import { centimetres, counted, seconds, span } from './format';

/** What the position trace shows, in a sentence or two. */
export function positionSummary({ reps, track, duration_s }: SetReport): string {
  if (track.t_s.length === 0) return `No motion in ${seconds(duration_s, 0)} s.`;
  const partial = reps.filter((rep) => rep.kind === 'partial').length;
  const lowest_m = track.position_m.reduce((low, value) => (value < low ? value : low), 0);
  const also = partial > 0 ? ` and ${counted(partial, 'partial rep')}` : '';
  return `${counted(reps.length - partial, 'rep')}${also} in ${seconds(duration_s, 0)} s; the lowest point is ${centimetres(-lowest_m, 0)} cm below the start.`;
}

/** What the tempo bars show. */
export function tempoSummary(reps: readonly Rep[]): string {
  const full = reps.filter((rep) => rep.kind === 'full');
  if (full.length === 0) return 'No full reps.';
  const range = (name: string, values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    return known.length > 0 ? `${name} ${span(Math.min(...known), Math.max(...known))} s` : null;
  };
  const parts = [
    range(
      'lower',
      full.map((rep) => rep.lower?.duration_s),
    ),
    range(
      'hold',
      full.map((rep) => rep.bottom?.duration_s),
    ),
    range(
      'press',
      full.map((rep) => rep.press.duration_s),
    ),
  ];
  const text = parts.filter((part) => part !== null).join(', ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** What the depth marks show. */
export function depthSummary(reps: readonly Rep[]): string {
  const full = reps.filter((rep) => rep.kind === 'full');
  if (full.length === 0) return 'No full reps.';
  const depths_cm = full.map((rep) => rep.depth_m * 100);
  const deepest = full[depths_cm.indexOf(Math.max(...depths_cm))];
  const shallowest = full[depths_cm.indexOf(Math.min(...depths_cm))];
  if (full.length === 1) return `${centimetres(deepest.depth_m)} cm.`;
  return `Deepest rep ${deepest.index} with ${centimetres(deepest.depth_m)} cm, shallowest rep ${shallowest.index} with ${centimetres(shallowest.depth_m)} cm.`;
}
