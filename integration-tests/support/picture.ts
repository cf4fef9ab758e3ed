import type { Page } from '@playwright/test';

/**
 * A picture as a grid of mean colours. Two machines never draw the same pixels (fonts, hinting, the Chromium build),
 * but the mean of a cell hardly differs between them, while a part that is missing or moved changes many cells.
 */
export interface CoarsePicture {
  columns: number;
  rows: number;
  /** Red, green and blue (0 to 255) of each cell, row after row. */
  colours: number[];
}

/** Cells that differ. */
export interface Difference {
  /** Of all cells, 0 to 1. */
  share: number;
  /** A map of the picture, a character a cell: # where it differs. */
  map: string;
}

/** Colours that differ by more than this in a channel are not the same: a word in the place of another one differs by less. */
const tolerance = 30;

/** Runs in the browser, which can read PNG. `cell` is in pixels. */
async function readGrid({ png, cell }: { png: string; cell: number }): Promise<CoarsePicture> {
  const answer = await fetch(`data:image/png;base64,${png}`);
  const bitmap = await createImageBitmap(await answer.blob());
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('The browser has no canvas.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const columns = Math.floor(width / cell);
  const rows = Math.floor(height / cell);
  const colours: number[] = [];
  const mean = (column: number, row: number, channel: number): number => {
    let sum = 0;
    for (let y = row * cell; y < (row + 1) * cell; y += 1) {
      for (let x = column * cell; x < (column + 1) * cell; x += 1) {
        sum += data[(y * width + x) * 4 + channel] ?? 0;
      }
    }
    return Math.round(sum / (cell * cell));
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (const channel of [0, 1, 2]) colours.push(mean(column, row, channel));
    }
  }
  return { columns, rows, colours };
}

/** Runs in the browser, too: a PNG with one pixel a cell, in base64. */
async function writeGrid({ columns, rows, colours }: CoarsePicture): Promise<string> {
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser has no canvas.');
  const pixels = context.createImageData(columns, rows);
  for (let index = 0; index < columns * rows; index += 1) {
    for (const channel of [0, 1, 2]) pixels.data[index * 4 + channel] = colours[index * 3 + channel] ?? 0;
    pixels.data[index * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

/** Lets a page of its own, whose content security policy forbids nothing, do something. */
async function inBlankPage<T>(page: Page, act: (blank: Page) => Promise<T>): Promise<T> {
  const blank = await page.context().newPage();
  try {
    return await act(blank);
  } finally {
    await blank.close();
  }
}

/** Means of the cells of a PNG, each `cell` pixels wide and high. */
export async function coarsePicture(page: Page, png: Buffer, cell: number): Promise<CoarsePicture> {
  return inBlankPage(page, (blank) => blank.evaluate(readGrid, { png: png.toString('base64'), cell }));
}

/** The picture as a PNG with a pixel for each cell: `coarsePicture(page, png, 1)` reads it back. */
export async function pngOf(page: Page, picture: CoarsePicture): Promise<Buffer> {
  return Buffer.from(await inBlankPage(page, (blank) => blank.evaluate(writeGrid, picture)), 'base64');
}

/** Where two pictures differ; pictures of different sizes differ everywhere. */
export function differenceOf(one: CoarsePicture, other: CoarsePicture): Difference {
  if (one.columns !== other.columns || one.rows !== other.rows) {
    const sizes = [one, other].map(({ columns, rows }) => `${String(columns)} x ${String(rows)}`);
    return { share: 1, map: `The sizes differ: ${sizes.join(' and ')} cells.` };
  }
  const differs = (cell: number): boolean =>
    [0, 1, 2].some((channel) => {
      const index = cell * 3 + channel;
      return Math.abs((one.colours[index] ?? 0) - (other.colours[index] ?? 0)) > tolerance;
    });
  const lines: string[] = [];
  let count = 0;
  for (let row = 0; row < one.rows; row += 1) {
    let line = '';
    for (let column = 0; column < one.columns; column += 1) {
      const different = differs(row * one.columns + column);
      line += different ? '#' : '.';
      if (different) count += 1;
    }
    lines.push(line);
  }
  return { share: count / (one.columns * one.rows), map: lines.join('\n') };
}
