import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { MissingFields, Reviewer } from '@/lib/exchange/claim-review';
import { writeSchemaOrg } from '@/lib/exchange/schema-org';
import schema from '@/public/schema/claim-review-1.json';
import { each, generatedExports, KEY, SPEAKER, sampleExport, textOf } from './article-exports';

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const isComplete = ajv.compile(schema);

const REVIEWER: Reviewer = { name: 'The Checkers', url: 'https://checkers.example/bridge' };

type Node = Record<string, unknown>;

async function written(parts: Awaited<ReturnType<typeof sampleExport>>[], reviewer: Reviewer | null = null) {
  const missing: MissingFields[] = [];
  const text = await textOf(writeSchemaOrg(each(parts), { reviewer, onMissing: (one) => missing.push(one) }));
  const graph: Node[] = JSON.parse(text)['@graph'];
  return { graph, missing, of: (type: string) => graph.filter((node) => node['@type'] === type) };
}

describe('the schema.org export', () => {
  it('has quotations and claims with who said them and where', async () => {
    const { of } = await written([await sampleExport()]);
    const speaker = { '@id': `urn:uuid:${SPEAKER.id}` };
    expect(of('Quotation')).toMatchObject([
      { text: 'We built it, […] in two years.', spokenByCharacter: speaker, isPartOf: { '@id': KEY } },
    ]);
    expect(of('Claim')).toMatchObject([{ text: 'It cost 40 million crowns', appearance: { '@id': KEY } }]);
    expect(of('Thing')).toMatchObject([
      { ...speaker, name: SPEAKER.name, sameAs: 'http://www.wikidata.org/entity/Q42' },
    ]);
    expect(of('NewsArticle')).toMatchObject([{ '@id': KEY, headline: 'Harbour bridge opens' }]);
  });

  it('reviews a claim that was rated, with all that is required of it', async () => {
    const { of, missing } = await written([await sampleExport()], REVIEWER);
    const [review] = of('ClaimReview');
    expect(isComplete(review), JSON.stringify(isComplete.errors)).toBe(true);
    expect(review).toMatchObject({ reviewRating: { alternateName: 'Too low' }, url: REVIEWER.url });
    expect(missing).toEqual([]);
  });

  it('makes nothing up: what is missing is told', async () => {
    const review = { status: 'false', rating: null, summary: null, evidence: [] } as const;
    const part = await sampleExport({ claim: { claim: { ...review, evidence: [] } } });
    const { of, missing } = await written([part]);
    const [node] = of('ClaimReview');
    expect(isComplete(node)).toBe(false);
    expect(node).not.toHaveProperty('url');
    expect(node).not.toHaveProperty('reviewRating');
    expect(missing).toMatchObject([
      { words: 'It cost 40 million crowns', fields: ['reviewRating.alternateName', 'url'] },
    ]);
  });

  it('reviews no claim that nobody rated', async () => {
    const unchecked = { status: 'unchecked', rating: ' ', summary: null, evidence: [] } as const;
    const { of } = await written([await sampleExport({ claim: { claim: { ...unchecked, evidence: [] } } })], REVIEWER);
    expect(of('Claim')).toHaveLength(1);
    expect(of('ClaimReview')).toEqual([]);
  });

  it('tells of every review exactly what the schema finds missing', async () => {
    const parts = await generatedExports(150);
    for (const reviewer of [null, REVIEWER]) {
      const { of, missing } = await written(parts, reviewer);
      const incomplete = of('ClaimReview').filter(
        (node) => !isComplete(node) && String(node.claimReviewed).trim() !== '',
      );
      const told = new Set(missing.map(({ annotationId }) => `urn:uuid:${annotationId}#review`));
      expect(of('ClaimReview').length).toBeGreaterThan(10);
      for (const node of incomplete) expect(told).toContain(node['@id']);
      for (const node of of('ClaimReview')) if (told.has(String(node['@id']))) expect(isComplete(node)).toBe(false);
    }
  });
});
