import { describe, expect, it } from 'vitest';
import { nameMention } from '@/lib/suggest/name-mention';

const TEXT =
  'Harbour Board Secretary Ines Calder opened the quay.\n\n“It will hold,” Calder said. A spokesman for Norham Rail agreed.\n\n' +
  'Owen Castel, the head of the Norham Institute, was there, too.';

const named = (words: string, lang: string | null = 'en') => {
  const start = TEXT.indexOf(words);
  return nameMention(TEXT, { start, end: start + words.length }, { lang });
};

describe('a mention', () => {
  it('is split into role and name', () => {
    expect(named('Harbour Board Secretary Ines Calder')).toEqual({
      name: 'Ines Calder',
      role: 'Harbour Board Secretary',
      kind: 'person',
    });
  });

  it('by surname has the name that the article gives elsewhere', () => {
    expect(named('Calder said')).toMatchObject({ name: 'Ines Calder', role: 'Harbour Board Secretary' });
  });

  it('with what somebody is behind the name has that as role', () => {
    expect(named('Owen Castel, the head of the Norham Institute')).toEqual({
      name: 'Owen Castel',
      role: 'head of the Norham Institute',
      kind: 'person',
    });
  });

  it('of nobody by name, or in another language than those known, is nothing', () => {
    expect(named('opened the quay')).toBeNull();
    expect(named('A spokesman')).toBeNull();
    const text = 'Borgmästare Mara Lindqvist öppnade hamnen i går kväll.';
    expect(nameMention(text, { start: 0, end: 26 }, { lang: 'sv' })).toBeNull();
  });
});
