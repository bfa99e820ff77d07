import { describe, expect, it } from 'vitest';
import { firstWords, lastWords, withoutMiddle } from '@/components/changes/shorten';

describe('a text that is shortened', () => {
  it('is left as it is when it is short, with its white space as one space', () => {
    expect(firstWords('one\n two', 20)).toBe('one two');
    expect(lastWords('one\n two', 20)).toBe('one two');
    expect(withoutMiddle(' one\n two ', 10, 10)).toBe('one two');
  });

  it('is cut between words, and says so', () => {
    expect(firstWords('the ferry will sail', 12)).toBe('the ferry …');
    expect(lastWords('the ferry will sail', 12)).toBe('… will sail');
    expect(withoutMiddle('the ferry will sail again by the end of May', 12, 8)).toBe('the ferry … of May');
  });

  it('is cut where it must be in a script without spaces, and never through a character', () => {
    expect(firstWords('渡船は五月までに再び', 4)).toBe('渡船は五…');
    expect(lastWords('渡船は五月までに再び', 4)).toBe('…でに再び');
    expect(firstWords('🚢🚢🚢', 3)).toBe('🚢…');
    expect(lastWords('🚢🚢🚢', 3)).toBe('…🚢');
  });
});
