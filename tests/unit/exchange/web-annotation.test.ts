import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv6';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { Incoming } from '@/lib/annotations/incoming';
import type { ArticleExport } from '@/lib/exchange/article-export';
import { readWebAnnotations } from '@/lib/exchange/import-web-annotation';
import { writeWebAnnotations } from '@/lib/exchange/web-annotation';
import context from '@/tests/fixtures/w3c/anno-context.json';
import { sharedFolder } from '../../e2e/engine';
import { AT, each, generatedExports, sampleExport, textOf } from './article-exports';

const written = (...parts: ArticleExport[]) => textOf(writeWebAnnotations(each(parts), AT));
const itemsOf = async (...parts: ArticleExport[]) => JSON.parse(await written(...parts)).first.items;

const kind = ({ annotations }: ArticleExport, wanted: string) => annotations.find((one) => one.kind === wanted);

/** The contexts that a processor would load from the web; any other is an error. */
const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing is loaded from ${url}.`);
  return { contextUrl: undefined, documentUrl: url, document: context };
};

/** Every plain value that an object holds, at whatever depth. */
function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

const keysOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inner)]);

describe('the Web Annotation export', () => {
  it('is a collection with one page of annotations', async () => {
    const collection = JSON.parse(await written(await sampleExport()));
    expect(collection).toMatchObject({ type: 'AnnotationCollection', first: { type: 'AnnotationPage' } });
    expect(collection.total).toBe(collection.first.items.length);
    expect(new Set(collection.first.items.map(({ type }: { type: string }) => type))).toEqual(new Set(['Annotation']));
  });

  it('gives a passage by its words, its place and when it was read', async () => {
    const part = await sampleExport();
    const [quote] = await itemsOf(part);
    const [snapshot] = part.articles[0]?.snapshots ?? [];
    const [target] = quote.target;
    expect(quote.target).toHaveLength(2);
    expect(target.source).toBe(part.articles[0]?.key);
    const [words, position] = target.selector;
    expect(words).toMatchObject({ type: 'TextQuoteSelector', exact: 'We built it,' });
    expect(snapshot?.text.slice(position.start, position.end)).toBe('We built it,');
    expect(target.state).toEqual({
      type: 'TimeState',
      sourceDate: snapshot?.capturedAt,
      cached: `urn:on-record:snapshot:${snapshot?.hash}`,
    });
  });

  it('says by linking annotations who said it and in which quote a claim stands', async () => {
    const part = await sampleExport();
    const items = await itemsOf(part);
    const linking = items.filter(({ motivation }: { motivation: unknown }) => motivation === 'linking');
    const [quote, claim] = [kind(part, 'quote'), kind(part, 'claim')];
    const of = (id: string | undefined) =>
      linking.filter(({ target }: { target: string }) => target === `urn:uuid:${id}`);
    expect(of(quote?.id)[0].body[0].source).toBe(`urn:uuid:${part.speakers[0]?.id}`);
    const toQuote = of(claim?.id).find((item: Record<string, unknown>) => item['onrecord:relation']);
    expect(toQuote.body[0].source).toBe(`urn:uuid:${quote?.id}`);
  });

  it('says what a person thinks of a claim, and only then that it was assessed', async () => {
    const assessed = async (part: ArticleExport) =>
      (await itemsOf(part))
        .filter(({ motivation }: { motivation: unknown }) => JSON.stringify(motivation).includes('assessing'))
        .map(({ id }: { id: string }) => id);
    const part = await sampleExport();
    expect(await assessed(part)).toEqual([`urn:uuid:${kind(part, 'claim')?.id}`]);
    const unchecked = { status: 'unchecked', rating: null, summary: null, evidence: [] } as const;
    expect(await assessed(await sampleExport({ claim: { claim: { ...unchecked, evidence: [] } } }))).toEqual([]);
  });

  it('loses no term and no value to a JSON-LD processor that loads nothing', { timeout: 60_000 }, async () => {
    const collection = JSON.parse(await written(await sampleExport(), ...(await generatedExports(5))));
    const expanded = await jsonld.expand(collection, { documentLoader, safe: true } as never);
    const known = new Set(leavesOf(expanded));
    const contexts = new Set(['@context', 'onrecord']);
    const dropped = leavesOf(
      JSON.parse(JSON.stringify(collection, (key, value) => (contexts.has(key) ? undefined : value))),
    )
      // Terms of types and motivations become addresses.
      .filter(
        (leaf) =>
          !known.has(leaf) &&
          !(leaf in context['@context']) &&
          !leaf.startsWith('onrecord:') &&
          !leaf.startsWith('schema:'),
      );
    expect(dropped).toEqual([]);
    expect(keysOf(expanded).filter((key) => !key.startsWith('@') && !/^(https?|urn):/.test(key))).toEqual([]);
    expect(leavesOf(expanded).length).toBeGreaterThan(100);
  });
});

const SCHEMAS = sharedFolder('eval/web-annotation');

describe.skipIf(SCHEMAS === null)('by the schemas of the W3C', () => {
  const json = (...path: string[]) => JSON.parse(readFileSync(join(SCHEMAS ?? '', ...path), 'utf8'));

  const jsonIn = (path: string) => readdirSync(join(SCHEMAS ?? '', path)).filter((name) => name.endsWith('.json'));

  function assertions() {
    const ajv = new Ajv({
      schemaId: 'auto',
      unknownFormats: 'ignore',
      meta: false,
      validateSchema: false,
      logger: false,
    });
    ajv.addMetaSchema(json4());
    for (const name of jsonIn('definitions')) ajv.addSchema(json('definitions', name), name);
    const { assertions: names }: { assertions: string[] } = json('annotations', 'annotationMusts.test');
    return names.map((name) => ({ name, validate: ajv.compile(json(name)) }));
  }

  const json4 = () =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../node_modules/ajv6/lib/refs/json-schema-draft-04.json'), 'utf8'),
    );

  it('every annotation satisfies every MUST of the model', { timeout: 60_000 }, async () => {
    const musts = assertions();
    expect(musts.length).toBeGreaterThan(50);
    const items = await itemsOf(await sampleExport(), ...(await generatedExports(80)));
    expect(items.length).toBeGreaterThan(50);
    const broken = items.flatMap((item: { id: string }) =>
      musts.filter(({ validate }) => !validate(item)).map(({ name }) => `${item.id} ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('what is none is told from it', () => {
    const musts = assertions();
    const names = jsonIn('samples/incorrect');
    expect(names.length).toBeGreaterThan(30);
    const parsed = (name: string): unknown => {
      try {
        return json('samples/incorrect', name);
      } catch {
        return null; // One of them is no JSON at all.
      }
    };
    const passed = names.filter((name) => musts.every(({ validate }) => validate(parsed(name))));
    expect(passed).toEqual([]);
  });
});

describe('reading it back', () => {
  const read = async (text: string): Promise<Incoming[]> => Array.fromAsync(readWebAnnotations(new Blob([text])));

  /** What the model has no place for. */
  const LOST = ['hints', 'html', 'blocks', 'asides'];
  const carried = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, inner) => (LOST.includes(key) ? undefined : inner)));

  it('gives all that the model carries, field by field', { timeout: 60_000 }, async () => {
    const parts = await generatedExports(30, 5);
    const incoming = await read(await written(...parts));
    expect(incoming.filter(({ type }) => type === 'rejected')).toEqual([]);
    const alive = (record: object) => ({ ...record, deletedAt: null });
    expect(carried(incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation : [])))).toEqual(
      carried(parts.flatMap(({ annotations }) => annotations)),
    );
    const articles = incoming.filter((one) => one.type === 'article');
    expect(carried(articles.map(({ article }) => article))).toEqual(
      carried(
        parts.flatMap((part) => part.articles.map(({ aliases: _, snapshots: __, ...article }) => alive(article))),
      ),
    );
    expect(carried(articles.flatMap(({ snapshots }) => snapshots.map(({ articleKey: _, ...one }) => one)))).toEqual(
      carried(parts.flatMap((part) => part.articles.flatMap(({ snapshots }) => snapshots))),
    );
    expect(carried(articles.flatMap(({ aliases }) => aliases.map(({ articleKey: _, ...one }) => one)))).toEqual(
      carried(parts.flatMap((part) => part.articles.flatMap(({ aliases }) => aliases))),
    );
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(incoming.flatMap((one) => (one.type === 'speaker' ? one.speaker : [])).sort(byId)).toEqual(
      [...new Map(parts.flatMap(({ speakers }) => speakers.map((one) => [one.id, alive(one)] as const))).values()].sort(
        byId as never,
      ),
    );
  });

  it('keeps the order of the parts of a quote, in whatever order its targets are', async () => {
    const part = await sampleExport();
    const own = JSON.parse(await written(part));
    own.first.items[0].target.reverse();
    const incoming = await read(JSON.stringify(own));
    expect(incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation : []))[0]?.segments).toEqual(
      kind(part, 'quote')?.segments,
    );
  });

  it('makes the paragraphs of a wording anew', async () => {
    const part = await sampleExport();
    const [article] = (await read(await written(part))).filter((one) => one.type === 'article');
    const [snapshot] = article?.snapshots ?? [];
    expect(snapshot?.blocks.map(({ start, end }) => snapshot.text.slice(start, end))).toEqual(
      snapshot?.text.split('\n\n'),
    );
    expect(snapshot?.html).toMatch(/^<p>🌉🌉 The harbour/);
  });

  it('rejects annotations of others, one by one, with their place', async () => {
    const own = JSON.parse(await written(await sampleExport()));
    own.first.items.splice(1, 0, {
      id: 'https://other.example/1',
      type: 'Annotation',
      target: 'https://other.example/',
    });
    const incoming = await read(JSON.stringify(own));
    expect(incoming.filter(({ type }) => type === 'rejected')).toMatchObject([
      { place: { path: 'first.items[1]' }, reason: 'wrong-shape' },
      // Who said the quote was said after it.
      { place: { path: 'first.items[2]' }, reason: 'wrong-shape' },
    ]);
  });
});
