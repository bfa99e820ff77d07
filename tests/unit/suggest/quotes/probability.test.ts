import { describe, expect, it } from 'vitest';
import { SHIPPED_THRESHOLD } from '@/lib/suggest/quote-suggestion';
import { suggestQuotes } from '@/lib/suggest/suggest-quotes';

const lastSpeaker = (text: string) => suggestQuotes(text, { lang: 'en' }).at(-1)?.speaker ?? null;
const probability = (text: string) => lastSpeaker(text)?.probability ?? 0;

describe('how sure a speaker is', () => {
  it('a name beside the quote is above the threshold', () => {
    expect(probability('“The bridge will hold,” Karl Brandt said.')).toBeGreaterThan(SHIPPED_THRESHOLD);
  });

  it('a surname that two people have is below it, and their full names and “Mrs.” are above', () => {
    const both = 'Karl Brandt met Elsa Brandt on the bridge.\n\n';
    expect(probability(`${both}“It will hold,” Brandt said.`)).toBeLessThan(SHIPPED_THRESHOLD);
    expect(probability(`${both}“It will hold,” Elsa Brandt said.`)).toBeGreaterThan(SHIPPED_THRESHOLD);
    const mrs = lastSpeaker(`${both}“It will hold,” Mrs. Brandt said.`);
    expect(mrs?.name).toBe('Elsa Brandt');
    expect(mrs?.probability).toBeGreaterThan(SHIPPED_THRESHOLD);
  });

  it('a surname that one has far more than its namesakes is above it, and is theirs', () => {
    const often =
      'Karl Brandt built the bridge. Brandt drew it first, and Brandt paid for it. His aunt Elsa Brandt never came.';
    const speaker = lastSpeaker(`${often}\n\n“It will hold,” Brandt said.`);
    expect(speaker?.name).toBe('Karl Brandt');
    expect(speaker?.probability).toBeGreaterThan(SHIPPED_THRESHOLD);
  });

  it('a headline in capitals makes nobody a namesake', () => {
    const speaker = lastSpeaker('Port Board Sues Brandt\n\nKarl Brandt left.\n\n“It will hold,” Brandt said.');
    expect(speaker?.name).toBe('Karl Brandt');
    expect(speaker?.probability).toBeGreaterThan(SHIPPED_THRESHOLD);
  });

  it('one of several who say it together is below it', () => {
    const joint = 'Karl Brandt and Elsa Okafor said: “The bridge will hold.”';
    expect(probability(joint)).toBeLessThan(SHIPPED_THRESHOLD);
    expect(probability('Elsa Okafor said: “The bridge will hold.”')).toBeGreaterThan(SHIPPED_THRESHOLD);
  });

  it('a pronoun is less sure than a name, and names nobody where nobody fits it', () => {
    const named = probability('Karl Brandt came. “The bridge will hold,” Karl Brandt said.');
    const pronoun = lastSpeaker('Karl Brandt came. “The bridge will hold,” he said.');
    expect(pronoun).toMatchObject({ name: 'Karl Brandt', isPronoun: true });
    expect(pronoun?.probability).toBeLessThan(named);
    const unknown = lastSpeaker('The bridge opened. “The bridge will hold,” he said.');
    expect(unknown).toMatchObject({ name: 'he', isPronoun: true });
    expect(unknown?.probability).toBeLessThan(SHIPPED_THRESHOLD);
  });

  it('is lower where the marks of the quote do not match', () => {
    expect(probability('“The bridge will hold," Karl Brandt said.')).toBeLessThan(SHIPPED_THRESHOLD);
  });

  it('nobody is named from the sentences around a title', () => {
    expect(suggestQuotes('Karl Brandt read “A Winter in Halverstad” on the bridge.', { lang: 'en' })).toEqual([]);
  });
});
