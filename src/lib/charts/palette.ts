/** The colours a chart draws with, as the page's tokens say at this moment. */
export interface Palette {
  panel: string;
  line: string;
  ink: string;
  quiet: string;
  lower: string;
  bottom: string;
  press: string;
  top: string;
  over: string;
  under: string;
  /** Font family of the page. */
  font: string;
  /** Pixels drawn for each of the page's, where it says so, as paper does; undefined for the screen's own. */
  pixelRatio: number | undefined;
}

/** Reads the tokens of src/app.css that hold where the element stands. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: token('panel'),
    line: token('line'),
    ink: token('ink'),
    quiet: token('quiet'),
    lower: token('lower'),
    bottom: token('bottom'),
    press: token('press'),
    top: token('top'),
    over: token('over'),
    under: token('under'),
    font: style.fontFamily,
    pixelRatio: Number(token('pixel-ratio')) || undefined,
  };
}

/** The colour `#rrggbb`, let through to the given share. */
export function faint(colour: string, alpha: number): string {
  return (
    colour +
    Math.round(alpha * 255)
      .toString(16)
      .padStart(2, '0')
  );
}

const TILE_px = 6;

/** A fill of dots on the colour: the mark of a hold. */
export function dotted(colour: string, mark: string): CanvasPattern | string {
  return tiled(colour, (context) => {
    context.fillStyle = mark;
    for (const [x, y] of [
      [1.5, 1.5],
      [4.5, 4.5],
    ]) {
      context.beginPath();
      context.arc(x, y, 0.9, 0, 2 * Math.PI);
      context.fill();
    }
  });
}

/** A fill of diagonal lines on the colour: the mark of a press. */
export function diagonal(colour: string, mark: string): CanvasPattern | string {
  return tiled(colour, (context) => {
    context.strokeStyle = mark;
    context.lineWidth = 1.2;
    // Three lines, so that the tiles join without a seam.
    for (const shift of [-TILE_px, 0, TILE_px]) {
      context.beginPath();
      context.moveTo(shift - 1, TILE_px + 1);
      context.lineTo(shift + TILE_px + 1, -1);
      context.stroke();
    }
  });
}

function tiled(
  colour: string,
  draw: (context: CanvasRenderingContext2D) => void,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE_px;
  const context = tile.getContext('2d');
  // Without a canvas the chart is not seen either; the plain colour keeps the types honest.
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, TILE_px, TILE_px);
  draw(context);
  return context.createPattern(tile, 'repeat') ?? colour;
}

const HATCH_px = 8;

/** A see-through fill of thin lines: what is not there, or does not count. */
export function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = HATCH_px;
  const drawn = tile.getContext('2d');
  if (!drawn) return faint(colour, 0.2);
  drawn.strokeStyle = faint(colour, 0.45);
  drawn.lineWidth = 1;
  for (const shift of [-HATCH_px, 0, HATCH_px]) {
    drawn.beginPath();
    drawn.moveTo(shift - 1, -1);
    drawn.lineTo(shift + HATCH_px + 1, HATCH_px + 1);
    drawn.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? faint(colour, 0.2);
}
