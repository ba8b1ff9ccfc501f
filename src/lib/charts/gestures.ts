import { lengthOf, panned, zoomed, type Span } from './span';

/** What a drag with one pointer does: it moves what is seen, or marks a stretch. */
export type Drag = 'move' | 'mark';

/** What the gestures of a time axis need to know, and whom they tell. */
export interface TimeAxis {
  /** The whole of it, and the stretch that is seen. */
  whole(): Span;
  seen(): Span;
  /** Where the axis lies on the canvas. */
  left_px(): number;
  right_px(): number;
  drag(): Drag;
  onSeen(seen: Span): void;
  /** A stretch is being marked; `done` once the pointer is up. */
  onMark(stretch: Span, done: boolean): void;
}

const SETTINGS = {
  /** How much closer for each pixel of the wheel, as the exponent of e. */
  wheelPerPx: 0.002,
  /** A line and a page of the wheel, px. */
  line_px: 16,
  page_px: 400,
  /** Turns of the wheel closer together than this are one. */
  wheelPause_ms: 250,
  /** A pointer that moves less has clicked. */
  still_px: 4,
};

/**
 * Zooms by wheel and pinch, moves by drag and sideways wheel. A turn of the wheel that began elsewhere goes
 * on scrolling the page, though the chart comes under the pointer. Returns what takes the listeners off again.
 */
export function watchGestures(canvas: HTMLCanvasElement, axis: TimeAxis): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  // Up and down still scrolls the page; across and apart is the chart's.
  canvas.style.touchAction = 'pan-y';
  watchWheel(canvas, axis, signal);
  watchPointers(canvas, axis, signal);
  return () => listening.abort();
}

/** The moment at a place of the canvas, s. */
export function timeAt(axis: TimeAxis, x_px: number): number {
  const seen = axis.seen();
  const share = (x_px - axis.left_px()) / (axis.right_px() - axis.left_px());
  return seen.start_s + share * lengthOf(seen);
}

function secondsPerPx(axis: TimeAxis): number {
  return lengthOf(axis.seen()) / Math.max(1, axis.right_px() - axis.left_px());
}

function watchWheel(canvas: HTMLCanvasElement, axis: TimeAxis, signal: AbortSignal): void {
  let last_ms = -Infinity;
  let isOurs = false;
  addEventListener(
    'wheel',
    (event) => {
      const begins = event.timeStamp - last_ms > SETTINGS.wheelPause_ms;
      last_ms = event.timeStamp;
      if (begins) isOurs = event.target === canvas;
      if (isOurs && event.target === canvas) turn(event);
    },
    { signal, passive: false, capture: true },
  );

  function turn(event: WheelEvent) {
    const [x_px, y_px] = [inPx(event, event.deltaX), inPx(event, event.deltaY)];
    const before = axis.seen();
    const isSideways = event.shiftKey || Math.abs(x_px) > Math.abs(y_px);
    const after = isSideways
      ? panned(before, axis.whole(), (x_px || y_px) * secondsPerPx(axis))
      : zoomed(
          before,
          axis.whole(),
          Math.exp(-y_px * SETTINGS.wheelPerPx),
          timeAt(axis, event.offsetX),
        );
    // At its end the wheel is the page's again.
    if (after.start_s === before.start_s && after.end_s === before.end_s) return;
    event.preventDefault();
    axis.onSeen(after);
  }
}

function inPx({ deltaMode }: WheelEvent, delta: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return delta * SETTINGS.line_px;
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? delta * SETTINGS.page_px : delta;
}

interface Held {
  readonly from_px: number;
  x_px: number;
  /** Where the pointer took hold of the axis. */
  readonly at_s: number;
}

function watchPointers(canvas: HTMLCanvasElement, axis: TimeAxis, signal: AbortSignal): void {
  const held = new Map<number, Held>();
  /** It has moved far enough to be more than a click. */
  let hasMoved = false;

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const x_px = event.offsetX;
    if (held.size === 0) hasMoved = false;
    held.set(event.pointerId, { from_px: x_px, x_px, at_s: timeAt(axis, x_px) });
  };
  const move = (event: PointerEvent) => {
    const pointer = held.get(event.pointerId);
    if (!pointer) return;
    pointer.x_px = event.offsetX;
    if (Math.abs(pointer.x_px - pointer.from_px) > SETTINGS.still_px && !hasMoved) {
      hasMoved = true;
      // What is dragged off the chart is still being dragged.
      canvas.setPointerCapture(event.pointerId);
    }
    if (hasMoved || held.size > 1) follow([...held.values()], axis);
  };
  const up = (event: PointerEvent) => {
    const pointer = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (!pointer || !hasMoved || axis.drag() !== 'mark' || event.type === 'pointercancel') return;
    axis.onMark(between(pointer.at_s, timeAt(axis, pointer.x_px)), true);
  };
  const click = (event: MouseEvent) => {
    // The end of a drag chooses nothing.
    if (hasMoved) event.stopImmediatePropagation();
  };
  canvas.addEventListener('pointerdown', down, { signal });
  canvas.addEventListener('pointermove', move, { signal });
  canvas.addEventListener('pointerup', up, { signal });
  canvas.addEventListener('pointercancel', up, { signal });
  canvas.addEventListener('click', click, { signal, capture: true });
}

/** Brings what the pointers hold to where they are now. */
function follow(held: readonly Held[], axis: TimeAxis): void {
  const [one, two] = held;
  const whole = axis.whole();
  if (two) return void axis.onSeen(pinched(axis, one, two));
  if (axis.drag() === 'mark') {
    return void axis.onMark(between(one.at_s, timeAt(axis, one.x_px)), false);
  }
  axis.onSeen(panned(axis.seen(), whole, one.at_s - timeAt(axis, one.x_px)));
}

/** The stretch in which both moments lie under their fingers. */
function pinched(axis: TimeAxis, one: Held, two: Held): Span {
  const seen = axis.seen();
  const apart_px = Math.abs(two.x_px - one.x_px);
  const held_s = Math.abs(two.at_s - one.at_s);
  const middle_px = (one.x_px + two.x_px) / 2;
  const closer = (secondsPerPx(axis) * Math.max(1, apart_px)) / Math.max(1e-3, held_s);
  const about_s = timeAt(axis, middle_px);
  const near = zoomed(seen, axis.whole(), closer, about_s);
  const middle_s = (one.at_s + two.at_s) / 2;
  return panned(near, axis.whole(), middle_s - about_s);
}

function between(a_s: number, b_s: number): Span {
  return { start_s: Math.min(a_s, b_s), end_s: Math.max(a_s, b_s) };
}
