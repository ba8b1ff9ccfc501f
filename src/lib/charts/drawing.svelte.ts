import type { Attachment } from 'svelte/attachments';
import { MediaQuery } from 'svelte/reactivity';
import { readPalette, type Palette } from './palette';

/** A chart on its canvas. */
export interface Drawing<T> {
  draw(value: T): void;
  destroy(): void;
}

export type MakeDrawing<T> = (canvas: HTMLCanvasElement, palette: Palette) => Drawing<T>;

const light = new MediaQuery('prefers-color-scheme: light');

/**
 * Attaches a chart to a canvas: `{@attach drawing(positionTrace(…), () => value)}`. The chart is drawn
 * again whenever the value changes, made anew in new colours when the page's colour scheme does,
 * and destroyed with the canvas.
 */
export function drawing<T>(make: MakeDrawing<T>, value: () => T): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    $effect(() => {
      // Read so that a change of scheme runs this again; the tokens themselves are not reactive.
      void light.current;
      const drawn = make(canvas, readPalette(canvas));
      $effect(() => drawn.draw(value()));
      return () => drawn.destroy();
    });
  };
}
