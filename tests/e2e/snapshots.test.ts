import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import {
  annotationItem,
  annotationTexts,
  pressButton,
  pressOnCard,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { servePages } from '../browser/serve';
import { type Entry, Job } from './job';
import { SAMPLE, SAMPLE_PATH } from './sample';
import type { OnRecordExport } from './schema';
import { Visitor } from './visitor';

/** Stay as they are, though everything after the first paragraph moves. */
const SIGNATURE = 'We leave with a signature, not with a promise,';
const WALL = ['A wall that stops at the city limit,', 'is a very expensive way of flooding the neighbours.'];
const GAUGE = 'Mean sea level at the Ostby gauge has risen by 11 centimetres since 1990';
/** Has another number then; its old words are said anew by others. */
const PORTS = 'the fund would cover 38 of the 41 ports within four years';
const FEWER_PORTS = PORTS.replace('38', '37');
/** Stay, but somebody else is said to have said them: once with a recorded mention, once without. */
const TWICE = 'Nobody has said who pays when the water comes twice,';
const PUMPS = 'Pumps are what you buy when you have already lost,';
/** New in the second wording. */
const ADDED = 'a sum of nine billion crowns was named and taken back';

const ENTRIES: Entry[] = [
  { kind: 'quote', segments: [SIGNATURE], speaker: 'Mara Lindqvist', mention: 'Mara Lindqvist', cue: 'told reporters' },
  { kind: 'claim', segments: [PORTS], speaker: 'Mara Lindqvist' },
  { kind: 'quote', segments: [TWICE], speaker: 'Joao Tavares', mention: 'Joao Tavares', cue: 'said' },
  { kind: 'quote', segments: WALL, speaker: 'Mara Lindqvist' },
  { kind: 'claim', segments: [GAUGE] },
  { kind: 'quote', segments: [PUMPS], speaker: 'Ingrid Aas' },
];

/** The second wording: a paragraph more, one number less, two speakers exchanged. */
const EDITED = [
  [
    '<div class="story">',
    `<div class="story"><p>Before midnight ${ADDED}. A leaflet in the hall had claimed the fund would cover 38 of the 41 ports within four years, and nobody would say who wrote it.</p>`,
  ],
  ['She said the fund would cover 38', 'She said the fund would cover 37'],
  ['twice,” said Joao Tavares, who', 'twice,” said Ingrid Aas, who'],
  ['already lost,” she said.', 'already lost,” Mr Reyk told her.'],
].reduce((html, [from = '', to = '']) => html.replace(from, to), SAMPLE);

let visitor: Visitor;
let job: Job;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  job = new Job(visitor);
});
afterAll(() => visitor?.leave());

/** Opens a page anew and clicks the icon. */
async function visit(path: string) {
  await visitor.goTo(path);
  await visitor.click();
}

const snapshotsIn = (read: OnRecordExport) => read.articles.flatMap(({ snapshots }) => snapshots);

const expectPainted = (kind: string, words: readonly string[]) =>
  expect
    .poll(async () => (await readHighlights(job.page))[`on-record-${kind}`] ?? [], { timeout: 15_000 })
    .toEqual(words);

/** What a card warns of. */
async function warningsOf(words: string): Promise<string[]> {
  const item = await annotationItem(job.popup, words);
  return item.$$eval('.label-warning', (labels) => labels.map((label) => label.textContent ?? ''));
}
const expectWarnings = (words: string, warnings: readonly string[]) =>
  expect.poll(() => warningsOf(words), { timeout: 15_000 }).toEqual(warnings);

/** The name of the snapshot that each passage counts its position in, by the passage's words. */
const snapshotOf = ({ annotations }: OnRecordExport) =>
  new Map(
    annotations.flatMap(({ segments, attribution: { mention, cue } }) =>
      [...segments, mention, cue].flatMap((passage) =>
        passage?.scope === 'article' ? [[passage.quote.exact, passage.snapshot] as const] : [],
      ),
    ),
  );

describe('an article that is edited after it was tagged', () => {
  let first: OnRecordExport;
  let second: OnRecordExport;

  it('has one snapshot before', async () => {
    await visitor.open(SAMPLE_PATH, SAMPLE);
    for (const entry of ENTRIES) await job.tag(entry);
    await expectPainted('claim', [PORTS, GAUGE]);
    first = await visitor.export();
    expect(snapshotsIn(first)).toHaveLength(1);
    expect(new Set(snapshotOf(first).values())).toEqual(new Set(snapshotsIn(first).map(({ hash }) => hash)));
  });

  it('has untouched passages painted again where they stand now', async () => {
    visitor.put(SAMPLE_PATH, EDITED);
    await visit(SAMPLE_PATH);
    await expectPainted('quote', [SIGNATURE, TWICE, ...WALL, PUMPS]);
    for (const words of [SIGNATURE, WALL[0] ?? '', GAUGE]) await expectWarnings(words.replace(/,$/, ''), []);
  });

  it('has a passage whose number changed painted in its place, and not where others say its old words', async () => {
    const copies = await job.page.evaluate((words) => document.body.innerText.split(words).length - 1, PORTS);
    expect(copies).toBe(1);
    await expectWarnings(PORTS, [expect.stringMatching(/^Page changed here: 38 → 37/)]);
    await expectPainted('claim', [FEWER_PORTS, GAUGE]);
  });

  it.each([
    ['a recorded mention', TWICE],
    ['no recorded mention', PUMPS],
  ])('flags a quote that is now said by somebody else, with %s', async (_, words) => {
    await expectWarnings(words.slice(0, -1), [
      'Who said it may have changed: the words around this passage are different',
    ]);
  });

  it('is captured again with the next tag, and the first snapshot stays as it was', async () => {
    await job.tag({ kind: 'claim', segments: [ADDED], note: 'Who named it?' });
    await expectPainted('claim', [ADDED, FEWER_PORTS, GAUGE]);
    second = await visitor.export();
    const [old] = snapshotsIn(first);
    expect(snapshotsIn(second)).toHaveLength(2);
    expect(snapshotsIn(second)).toContainEqual(old);
    const fresh = snapshotsIn(second).find(({ hash }) => hash !== old?.hash);
    expect(fresh?.text).toContain(ADDED);
    expect(old?.text).not.toContain(ADDED);

    const where = snapshotOf(second);
    for (const [words, hash] of snapshotOf(first)) expect([words, where.get(words)]).toEqual([words, hash]);
    expect(where.get(ADDED)).toBe(fresh?.hash);
  });

  it('lets an annotation of the first wording take a passage of the second', async () => {
    const { popup } = job;
    await pressOnCard(popup, GAUGE, 'Edit');
    await selectText(job.page, 'Dr Helene Marchetti');
    await waitForSelection(popup, 'Dr Helene Marchetti');
    await pressButton(popup, 'Use selection as mention');
    await annotationItem(popup, 'Dr Helene Marchetti');
    await waitUntilSaved(popup);
    await pressButton(popup, 'Done');
    const where = snapshotOf(await visitor.export());
    expect(where.get('Dr Helene Marchetti')).toBe(where.get(ADDED));
    expect(where.get(GAUGE)).not.toBe(where.get(ADDED));
  });

  it('is found as it was when the outlet takes its edits back, and needs no third snapshot', async () => {
    visitor.put(SAMPLE_PATH, SAMPLE);
    await visit(SAMPLE_PATH);
    await expectPainted('quote', [SIGNATURE, TWICE, ...WALL, PUMPS]);
    await expectPainted('claim', [PORTS, GAUGE]);
    for (const words of [PORTS, TWICE.slice(0, -1), PUMPS.slice(0, -1)]) await expectWarnings(words, []);
    await expectWarnings(ADDED, ['Not found on this page']);
    await pressOnCard(job.popup, ADDED, 'Show on page');
    await job.popup.waitForFunction(() =>
      [...document.querySelectorAll('[role="alert"]')].some((alert) => alert.textContent?.includes('not to be found')),
    );
    await pressButton(job.popup, 'Close this notice');

    await job.tag({ kind: 'quote', segments: ['It is a start,'] });
    const third = await visitor.export();
    expect(snapshotsIn(third).map(({ hash }) => hash)).toEqual(snapshotsIn(second).map(({ hash }) => hash));
    expect(snapshotOf(third).get('It is a start,')).toBe(snapshotsIn(first)[0]?.hash);
  });
});

describe('an article with several addresses', () => {
  const CANONICAL = '/news/2026/11/25/tide-fund-in-nine-charts';
  const AMP = '/amp/tide-fund-in-nine-charts-20261125';
  /** The sample, naming another address as its own. */
  const claiming = (url: string) =>
    SAMPLE.replaceAll('https://harbourpost.example/news/2026/11/24/harbour-cities-common-tide-fund', url);
  const cards = () => annotationTexts(job.popup);

  it('is found at the address that it named as its own when it was tagged elsewhere', async () => {
    visitor.put(AMP, claiming(visitor.address(CANONICAL)));
    visitor.put(CANONICAL, claiming(visitor.address(CANONICAL)));
    await visitor.goTo(AMP);
    await job.tag({ kind: 'quote', segments: [SIGNATURE] });

    await visit(CANONICAL);
    await expectPainted('quote', [SIGNATURE]);
    await job.tag({ kind: 'claim', segments: [PORTS] });
    const { articles, annotations } = await visitor.export();
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      key: visitor.address(AMP).replace(/^http:/, 'https:'),
      url: visitor.address(AMP),
      aliases: [{ url: visitor.address(CANONICAL).replace(/^http:/, 'https:'), source: 'canonical' }],
    });
    expect(annotations.map(({ kind }) => kind)).toEqual(['quote', 'claim']);

    // And back again: what was tagged there stands here.
    await visit(AMP);
    await expectPainted('claim', [PORTS]);
  });

  it('is not mixed up with one that claims an address of somebody else or the front of a section', async () => {
    const other = await servePages();
    await other.close();
    const claims = [other.url(CANONICAL), visitor.address('/news'), visitor.address('/')];
    for (const [i, claim] of claims.entries()) {
      visitor.put(`/stories/a-page-that-claims-much-${i}0001`, claiming(claim));
      await visit(`/stories/a-page-that-claims-much-${i}0001`);
      await job.popup.waitForSelector('.empty-state');
      expect(await cards()).toEqual([]);
      await job.tag({ kind: 'quote', segments: [`${['It is a start,', WALL[0], PUMPS][i]}`] });
      await expect.poll(cards, { timeout: 15_000 }).toHaveLength(1);
      expect((await visitor.export()).articles[0]?.aliases).toEqual([]);
    }
  });
});
