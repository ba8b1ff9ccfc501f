const CAP_px = 4;

/** An uncertainty: a line from one end to the other at `centre`, with a cap on each. Pixels; nothing where an end is not known. */
export function drawWhisker(
  ctx: CanvasRenderingContext2D,
  colour: string,
  { centre, from, to }: { centre: number; from: number; to: number },
): void {
  if (!Number.isFinite(from + to)) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(centre, from);
  ctx.lineTo(centre, to);
  for (const end of [from, to]) {
    ctx.moveTo(centre - CAP_px, end);
    ctx.lineTo(centre + CAP_px, end);
  }
  ctx.stroke();
}
