import { describe, expect, it } from 'vitest';
import { formatPlace, type Place, parsePlace, START } from '@/components/library/place';

describe('a place in the library', () => {
  it.each<Place>([
    START,
    { view: 'claims', query: 'fund speaker:"Ada Brown" #1 & 100%', ref: null, at: null },
    { view: 'articles', query: '', ref: 'https://paper.example/a?b=c&d=“e”', at: 'f-1' },
  ])('comes back from its address: %j', (place) => {
    expect(parsePlace(formatPlace(place))).toEqual(place);
  });

  it('is the start where an address says nothing that is known', () => {
    for (const hash of ['', '#', '#nowhere', '#?x=y']) expect(parsePlace(hash)).toEqual(START);
  });
});
