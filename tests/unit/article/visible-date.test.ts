import { describe, expect, it } from 'vitest';
import { readVisibleDate } from '@/lib/article/visible-date';

describe('the day that a page shows', () => {
  it.each<[text: string, lang: string | null, day: string]>([
    ['November 24, 2026', 'en', '2026-11-24'],
    ['Tuesday, Nov. 24, 2026, 5:30 p.m. EST', 'en-US', '2026-11-24'],
    ['Published 3rd of May 2026 at 14.05', null, '2026-05-03'],
    ['24. November 2026, 14:03 Uhr', 'de', '2026-11-24'],
    ['3. März 2026', 'de-AT', '2026-03-03'],
    ['Publié le 1er août 2026', 'fr', '2026-08-01'],
    ['24 de noviembre de 2026', 'es', '2026-11-24'],
    ['24 ноября 2026', 'ru', '2026-11-24'],
    ['2026-11-24 14:03', 'pl', '2026-11-24'],
    ['2026年11月24日', 'ja', '2026-11-24'],
    ['24 November 2026', 'no such language', '2026-11-24'],
  ])('%s (%s)', (text, lang, day) => {
    expect(readVisibleDate([text], lang)).toBe(day);
  });

  it('is that of the first text that has one', () => {
    expect(readVisibleDate(['By Ada Brook', '3 May 2026', '4 May 2026'], 'en')).toBe('2026-05-03');
  });

  it.each([
    ['all in numbers', '03/04/2026'],
    ['without a year', 'Tuesday, 24 November'],
    ['that does not exist', '31 June 2026'],
    ['in a language that the page is not in', '24 de noviembre de 2026'],
    ['on which it was changed', 'Updated 24 November 2026'],
    ['in a sentence too long for a line', `The board ${'met, and '.repeat(30)} on 24 November 2026`],
  ])('is none %s', (_what, text) => {
    expect(readVisibleDate([text], 'en')).toBeNull();
  });

  it('is none where nothing is shown', () => {
    expect(readVisibleDate([], 'en')).toBeNull();
  });
});
