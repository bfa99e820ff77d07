import type { Annotation } from '@/lib/annotations/annotation';
import type { ReadPage } from '@/lib/article/capture';
import { type Proposal, proposalFrom, spansIn } from './proposal';

/** Asks the engine, which is loaded for that, about a passage that a person has tagged. */
export async function loadProposal(page: ReadPage, annotation: Annotation): Promise<Proposal | null> {
  const tagged = spansIn(page, annotation);
  const [first] = tagged;
  if (!first) return null;
  const { nameMention, suggestQuotes } = await import('@/lib/suggest/suggest');
  const { text, blocks, metadata } = page.reading;
  const options = { lang: metadata.lang, blocks };
  if (annotation.kind !== 'speaker') return proposalFrom(suggestQuotes(text, options), tagged, annotation);
  const named = nameMention(text, first, options);
  return named && { speaker: null, cue: null, quoteType: null, named };
}
