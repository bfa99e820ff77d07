import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, byRole, pressButton, pressOnCard, waitUntilSaved } from '../browser/popup-driver';
import { sharedFolder } from './engine';
import { type Entry, entriesOf, expectedEntries, Job, paintingOf } from './job';
import { misplaced, type OnRecordExport, passagesOf, readExport, withoutTime } from './schema';
import { Visitor } from './visitor';

/** What a careful reader tags on the page. */
interface Gold {
  article: {
    title: string;
    siteName: string;
    publishedTime: string;
    lang: string;
    canonicalUrl: string;
    firstParagraphStartsWith: string;
    lastParagraphEndsWith: string;
    paragraphs: number;
    boilerplate: string[];
  };
  speakers: { id: string; name: string; role: string; mentions: string[] }[];
  direct_quotes: { exact: string; speaker: string }[];
  indirect_quotes: { exact: string; speaker: string }[];
  claims: { exact: string; claimant: string | null }[];
}

const PATH = '/nato-russia-council.html';
const folder = sharedFolder('seed');

// A stranger does not have this page; that it is not here is said when the file is loaded.
describe.runIf(folder !== null)('the whole job on a page of a real outlet', () => {
  let gold: Gold;
  let html: string;
  let entries: Entry[];
  let visitor: Visitor;
  let job: Job;
  let exported: OnRecordExport;

  beforeAll(async () => {
    gold = JSON.parse(readFileSync(join(folder ?? '', 'gold.json'), 'utf8'));
    html = readFileSync(join(folder ?? '', PATH), 'utf8');
    entries = entriesFrom(gold);
    visitor = await Visitor.arrive();
    await visitor.open(PATH, html);
    job = new Job(visitor);
  });
  afterAll(() => visitor?.leave());

  const expectPainted = (wanted: readonly Entry[]) =>
    expect.poll(() => readHighlights(job.page), { timeout: 15_000 }).toEqual(paintingOf(wanted, html));

  it('tags its quotes, claims and speakers, and paints each at its own words', async () => {
    for (const entry of entries) await job.tag(entry);
    await expectPainted(entries);
  }, 240_000);

  it('deletes a claim and brings it back', async () => {
    const words = gold.claims[1]?.exact ?? '';
    await pressOnCard(job.popup, words, 'Delete');
    await byRole(job.popup, 'button', 'Undo').wait();
    await expectPainted(entries.filter(({ segments }) => segments[0] !== words));
    await pressButton(job.popup, 'Undo');
    await annotationItem(job.popup, words);
    await waitUntilSaved(job.popup);
    await expectPainted(entries);
  });

  it('paints everything again after a reload and a click', async () => {
    await job.page.reload();
    expect(await readHighlights(job.page)).toEqual({});
    await visitor.click();
    await expectPainted(entries);
  });

  it('exports a valid file in which every passage stands at its offsets', async () => {
    await annotationItem(job.popup, gold.claims[1]?.exact ?? '');
    const first = await visitor.exportFile();
    expect(first.fileName).toMatch(/^on-record_127\.0\.0\.1_[a-z0-9-]+_\d{4}-\d\d-\d\d\.json$/);
    exported = readExport(first.text);
    expect(misplaced(exported)).toEqual([]);
    expect(passagesOf(exported).every(({ scope }) => scope === 'article')).toBe(true);
    const second = await visitor.exportFile();
    expect(withoutTime(second.text)).toBe(withoutTime(first.text));
  });

  it('exports every quote with its speaker and role, and every claim', () => {
    const written = entriesOf(exported);
    expect(written).toHaveLength(entries.length);
    for (const entry of expectedEntries(entries)) expect(written).toContainEqual(entry);
    for (const { exact } of gold.direct_quotes) {
      const found = exported.annotations.find(({ segments }) => segments[0]?.quote.exact === exact);
      expect(found?.quoteType).toBe('direct');
    }
    const inSplit = exported.annotations.filter(({ segments }) => segments.length === 2);
    expect(inSplit.map(({ quoteType }) => quoteType)).toEqual(['indirect']);
    // Whoever is named several times is one speaker.
    expect(exported.speakers.map(({ name }) => name).sort()).toEqual(gold.speakers.map(({ name }) => name).sort());
  });

  it('knows the article by its own address, not by a canonical link to another domain', () => {
    const [article] = exported.articles;
    expect(article?.key).toBe(visitor.address(PATH).replace(/^http:/, 'https:'));
    expect(article?.url).toBe(visitor.address(PATH));
    expect(article?.aliases).toEqual([]);
    expect(html).toContain(gold.article.canonicalUrl);
    expect(article).toMatchObject({
      title: gold.article.title,
      siteName: gold.article.siteName,
      lang: gold.article.lang,
    });
    expect(article?.publishedTime?.startsWith(gold.article.publishedTime)).toBe(true);
  });

  it('captures the paragraphs of the article and nothing else', () => {
    const [snapshot, ...others] = exported.articles[0]?.snapshots ?? [];
    expect(others).toEqual([]);
    const paragraphs = snapshot?.text.split('\n\n') ?? [];
    expect(paragraphs).toHaveLength(gold.article.paragraphs);
    expect(snapshot?.blocks.map(({ start, end }) => snapshot.text.slice(start, end))).toEqual(paragraphs);
    expect(paragraphs[0]?.startsWith(gold.article.firstParagraphStartsWith)).toBe(true);
    expect(paragraphs.at(-1)?.endsWith(gold.article.lastParagraphEndsWith)).toBe(true);
    for (const line of [...gold.article.boilerplate, gold.article.title]) expect(snapshot?.text).not.toContain(line);
  });
});

/** All direct quotes and claims, a reported quote in two segments, and a passage that names a speaker. */
function entriesFrom({ speakers, direct_quotes, indirect_quotes, claims }: Gold): Entry[] {
  const speakerOf = (id: string | null) => {
    const found = speakers.find((speaker) => speaker.id === id);
    return found ? { speaker: found.name, role: found.role } : {};
  };
  const quotes = direct_quotes.map(
    ({ exact, speaker }, i): Entry => ({
      kind: 'quote',
      segments: [exact],
      ...speakerOf(speaker),
      ...(i === 0 && {
        mention: speakers.find(({ id }) => id === speaker)?.mentions[0] ?? '',
        cue: 'said',
        note: 'Ask for the recording.',
        tags: 'talks, first day',
      }),
    }),
  );
  const [reported] = indirect_quotes;
  const split: Entry = {
    kind: 'quote',
    segments: reported?.exact.split(' but ') ?? [],
    ...speakerOf(reported?.speaker ?? null),
  };
  const tagged = claims.map(
    ({ exact, claimant }, i): Entry => ({
      kind: 'claim',
      segments: [exact],
      ...speakerOf(claimant),
      ...(i === 0 && { status: 'supported' }),
    }),
  );
  const other = speakers.find(({ id }) => !direct_quotes.some(({ speaker }) => speaker === id));
  const mention: Entry = { kind: 'speaker', segments: [other?.mentions[0] ?? ''], ...speakerOf(other?.id ?? null) };
  return [...quotes, split, ...tagged, mention];
}
