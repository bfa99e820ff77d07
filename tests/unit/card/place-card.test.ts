import { describe, expect, it } from 'vitest';
import { placeAside, placeCard } from '@/entrypoints/card/place-card';

const CARD = { width: 340, height: 260 };
const WINDOW = { width: 1000, height: 800 };
const line = (top: number) => ({ left: 100, top, right: 600, bottom: top + 20 });

describe('the card stands', () => {
  it('below its line, its middle where it was clicked', () => {
    expect(placeCard(line(100), 400, CARD, WINDOW)).toEqual({ left: 230, top: 128 });
  });

  it('above it where there is no room below', () => {
    expect(placeCard(line(700), 400, CARD, WINDOW).top).toBe(432);
  });

  it('over it in a window that has room in neither place', () => {
    expect(placeCard(line(150), 400, CARD, { width: 1000, height: 300 }).top).toBe(32);
    expect(placeCard(line(100), 400, CARD, { width: 1000, height: 200 }).top).toBe(8);
  });

  it('within the window at its sides', () => {
    expect(placeCard(line(100), 20, CARD, WINDOW).left).toBe(8);
    expect(placeCard(line(100), 990, CARD, WINDOW).left).toBe(652);
    expect(placeCard(line(100), 100, CARD, { width: 300, height: 800 }).left).toBe(8);
  });

  it('out of the window with a line that is scrolled out', () => {
    expect(placeCard(line(-400), 400, CARD, WINDOW).top).toBe(-372);
    expect(placeCard(line(900), 400, CARD, WINDOW).top).toBe(928);
  });

  it('at the end of the window when it steps aside', () => {
    expect(placeAside(CARD, WINDOW)).toEqual({ left: 652, top: 532 });
    expect(placeAside(CARD, { width: 200, height: 200 })).toEqual({ left: 8, top: 8 });
  });
});
