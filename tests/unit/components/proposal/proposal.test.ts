import { describe, expect, it } from 'vitest';
import { proposalFrom } from '@/components/proposal/proposal';
import type { SuggestedQuote } from '@/lib/suggest/quote-suggestion';
import { BELL, CALDER, FERRY, JUNE, QUAY, SHE, spanOf } from '../review/sample-review';
import { annotationOf } from '../sample-session';

const quote = (words: string, change: Partial<SuggestedQuote> = {}): SuggestedQuote => ({
  segments: [spanOf(words)],
  type: 'direct',
  speaker: CALDER,
  cue: spanOf('said'),
  tier: 1,
  ...change,
});
const TAGGED = annotationOf('The ferry will sail again by May,');

describe('what is proposed for a passage that was tagged by hand', () => {
  it('is what the engine thinks of the quote that it stands in', () => {
    const part = { ...spanOf(FERRY), end: spanOf(FERRY).start + 9 };
    expect(proposalFrom([quote(FERRY)], [part], TAGGED)).toEqual({
      speaker: CALDER,
      cue: spanOf('said'),
      quoteType: null,
      named: null,
    });
  });

  it('is that of the quote with which it shares most, the quotation before the statement', () => {
    const quotes = [quote(QUAY, { type: 'mixed', tier: 2, speaker: SHE }), quote(BELL)];
    expect(proposalFrom(quotes, [spanOf(QUAY)], TAGGED)?.speaker).toBe(SHE);
    expect(proposalFrom(quotes, [spanOf(BELL)], TAGGED)?.speaker).toBe(CALDER);
  });

  it('is another type only where the same words are of that type', () => {
    const reported = [quote(JUNE, { type: 'indirect', tier: 2 })];
    expect(proposalFrom(reported, [spanOf(JUNE)], TAGGED)?.quoteType).toBe('indirect');
    const half = { ...spanOf(JUNE), end: spanOf(JUNE).start + 8 };
    expect(proposalFrom(reported, [half], TAGGED)?.quoteType).toBeNull();
    const claim = annotationOf('The ferry will sail again by May,', { kind: 'claim', quoteType: null });
    expect(proposalFrom(reported, [spanOf(JUNE)], claim)).toMatchObject({ speaker: CALDER, quoteType: null });
  });

  it('is nothing where it stands in no quote, for the most part, or nobody says it', () => {
    expect(proposalFrom([quote(FERRY)], [spanOf(JUNE)], TAGGED)).toBeNull();
    const long = { start: spanOf(FERRY).start, end: spanOf(FERRY).end + 60 };
    expect(proposalFrom([quote(FERRY)], [long], TAGGED)).toBeNull();
    expect(proposalFrom([quote(FERRY, { speaker: null })], [spanOf(FERRY)], TAGGED)).toBeNull();
  });
});
