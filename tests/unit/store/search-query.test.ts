import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/store/search-query';

const word = (term: string) => ({ term, isPrefix: true });
const exact = (term: string) => ({ term, isPrefix: false });

describe('a query', () => {
  it('looks for whatever begins like its words, without case and accents', () => {
    expect(parseQuery('Señal über').terms).toEqual([word('senal'), word('uber')]);
  });

  it('takes one letter or two for all of a word', () => {
    expect(parseQuery('a ab abc').terms).toEqual([exact('a'), exact('ab'), word('abc')]);
  });

  it('knows phrases, also one that is still being typed, and what is written together', () => {
    const { terms, phrases } = parseQuery('“two years” "tide fu');
    expect(terms).toEqual([exact('two'), exact('years'), exact('tide'), exact('fu')]);
    expect(phrases).toEqual([exact('two years'), exact('tide fu')]);
    expect(parseQuery('3.4').phrases).toEqual([exact('3 4')]);
    expect(parseQuery('e-mobil').phrases).toEqual([word('e mobil')]);
  });

  it('knows fields, with one word or several', () => {
    const { terms, phrases, words } = parseQuery('speaker:"Ada Brown" site:www.Paper.example tag:budg kind:quote fund');
    expect(terms).toEqual([
      exact(':speaker:ada'),
      exact(':speaker:brown'),
      word(':site:paper.example'),
      word(':tag:budg'),
      word(':kind:quote'),
      word('fund'),
    ]);
    expect(phrases).toEqual([]);
    expect(words).toEqual([exact('ada'), exact('brown'), word('budg'), word('fund')]);
  });

  it('takes a field that it does not know for words', () => {
    expect(parseQuery('note:well').terms).toEqual([exact('note'), word('well')]);
  });

  it('knows days, months and years, and leaves out what is none', () => {
    expect(parseQuery('after:2026-11 before:2026-11-24')).toMatchObject({
      terms: [],
      after: Date.UTC(2026, 10) / 1000,
      before: Date.UTC(2026, 10, 24) / 1000,
    });
    expect(parseQuery('after:2026')).toMatchObject({ after: Date.UTC(2026, 0) / 1000, before: null });
    expect(parseQuery('after:20')).toMatchObject({ after: null, terms: [] });
  });

  it('finds nothing to look for in blanks and marks', () => {
    expect(parseQuery(' — " ').terms).toEqual([]);
  });
});
