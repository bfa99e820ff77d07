import { describe, expect, it } from 'vitest';
import { placeBar } from '@/entrypoints/page/toolbar/place';

const BAR = { width: 200, height: 40 };
const WINDOW = { width: 800, height: 600 };
const line = (left: number, top: number, width: number, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the bar stands', () => {
  it('above the first line, in its middle', () => {
    expect(placeBar([line(300, 200, 100), line(0, 220, 50)], BAR, WINDOW)).toEqual({ left: 250, top: 152 });
  });

  it('below the last line when there is no room above', () => {
    expect(placeBar([line(300, 10, 100), line(300, 30, 300)], BAR, WINDOW)).toEqual({ left: 350, top: 58 });
  });

  it('within the window when the lines fill it', () => {
    const lines = Array.from({ length: 40 }, (_, i) => line(100, i * 20 - 60, 600));
    expect(placeBar(lines, BAR, WINDOW)).toEqual({ left: 300, top: 8 });
  });

  it('within the window at its left and right edge', () => {
    expect(placeBar([line(0, 200, 30)], BAR, WINDOW)?.left).toBe(8);
    expect(placeBar([line(780, 200, 20)], BAR, WINDOW)?.left).toBe(592);
    expect(placeBar([line(-500, 200, 600)], BAR, { width: 150, height: 600 })?.left).toBe(8);
  });

  it('above the columns of vertical text', () => {
    expect(placeBar([line(500, 100, 20, 300), line(470, 100, 20, 80)], BAR, WINDOW)).toEqual({ left: 410, top: 52 });
  });

  it('nowhere when nothing of what is selected is in view', () => {
    expect(placeBar([line(100, -50, 100), line(100, 700, 100)], BAR, WINDOW)).toBeNull();
    expect(placeBar([], BAR, WINDOW)).toBeNull();
  });
});
