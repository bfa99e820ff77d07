import { describe, expect, it } from 'vitest';
import { matchingSpeakers } from '@/components/speaker/matching-speakers';
import { KEY, known, speakerOf } from '../sample-session';

const names = (typed: string, speakers: ReturnType<typeof known>[]) =>
  matchingSpeakers(typed, speakers, KEY).map(({ speaker }) => speaker.name);

describe('matching speakers', () => {
  const ines = known(speakerOf('Inés Calder'), ['https://elsewhere.example/a']);
  const dan = known(speakerOf('Dan O’Shea', { aliases: ['The ferryman'] }));

  it('finds a name by the start of any of its words', () => {
    expect(names('cal', [ines, dan])).toEqual(['Inés Calder']);
    expect(names('alder', [ines, dan])).toEqual([]);
    expect(names('shea', [ines, dan])).toEqual(['Dan O’Shea']);
  });

  it('finds words that follow each other', () => {
    expect(names('ines  ca', [ines])).toEqual(['Inés Calder']);
    expect(names('calder ines', [ines])).toEqual([]);
  });

  it('folds case and accents', () => {
    expect(names('INES', [ines])).toEqual(['Inés Calder']);
    expect(names('dañ', [dan])).toEqual(['Dan O’Shea']);
  });

  it('finds by an alias', () => {
    expect(names('ferry', [ines, dan])).toEqual(['Dan O’Shea']);
  });

  it('offers those of this article first, and everybody when nothing is typed', () => {
    expect(names('', [ines, dan])).toEqual(['Dan O’Shea', 'Inés Calder']);
  });

  it('offers every namesake', () => {
    expect(names('ines', [ines, known(speakerOf('Ines Calder'))])).toHaveLength(2);
  });
});
