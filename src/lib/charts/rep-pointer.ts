/** Told which rep a person points at, null for none. */
export type OnRep = (index: number | null) => void;

/** What a chart tells of the reps on it. */
export interface RepEars {
  onRep: OnRep;
  /** A rep was clicked or tapped. */
  onPin: (index: number) => void;
}

export const DEAF: RepEars = { onRep: () => undefined, onPin: () => undefined };

/**
 * Calls `onRep` with the rep under the pointer whenever it changes, and with null once the pointer leaves;
 * `onPin` with the rep that is clicked. Returns what takes the listeners off again.
 */
export function watchPointer(
  canvas: HTMLCanvasElement,
  repAt: (x_px: number, y_px: number) => number | null,
  { onRep, onPin }: RepEars,
): () => void {
  let current: number | null = null;
  const tell = (index: number | null) => {
    if (index === current) return;
    current = index;
    onRep(index);
  };
  const move = (event: PointerEvent) => tell(repAt(event.offsetX, event.offsetY));
  const leave = () => tell(null);
  const click = (event: MouseEvent) => {
    const index = repAt(event.offsetX, event.offsetY);
    if (index !== null) onPin(index);
  };
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('click', click);
  return () => {
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('click', click);
  };
}
