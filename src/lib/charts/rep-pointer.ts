/** Told which rep a person points at, null for none. */
export type OnRep = (index: number | null) => void;

/**
 * Calls `onRep` with the rep under the pointer whenever it changes, and with null once the pointer
 * leaves. Returns what takes the listeners off again.
 */
export function watchPointer(
  canvas: HTMLCanvasElement,
  repAt: (x_px: number) => number | null,
  onRep: OnRep,
): () => void {
  let current: number | null = null;
  const tell = (index: number | null) => {
    if (index === current) return;
    current = index;
    onRep(index);
  };
  const move = (event: PointerEvent) => tell(repAt(event.offsetX));
  const leave = () => tell(null);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerleave', leave);
  return () => {
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerleave', leave);
  };
}
