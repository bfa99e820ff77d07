import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, byRole, pressButton, pressOnCard, waitUntilSaved } from '../browser/popup-driver';
import { countInArticle, type Entry, entriesOf, expectedEntries, Job, paintingOf } from './job';
import { SAMPLE, SAMPLE_PATH, SAMPLE_TAGS } from './sample';
import { misplaced, readExport, withoutTime } from './schema';
import { Visitor } from './visitor';

const TITLE = 'Harbour cities agree on a common tide fund after two days of talks';
const DELETED = 'his government would not sign a blank cheque';

/** What `npm start` tags, with a status, tags and one more note. */
const ENTRIES: Entry[] = JSON.parse(SAMPLE_TAGS).tags.map((entry: Entry): Entry => {
  if (entry.segments[0] === 'It is a start,') return { ...entry, tags: 'reaction, Ostby', note: 'Who else agreed?' };
  if (entry.segments[0]?.startsWith('the fund would cover')) return { ...entry, status: 'disputed' };
  return entry;
});

let visitor: Visitor;
let job: Job;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.open(SAMPLE_PATH, SAMPLE);
  job = new Job(visitor);
});
afterAll(() => visitor?.leave());

const painted = () => readHighlights(job.page);
const expectPainted = (entries: readonly Entry[]) =>
  expect.poll(painted, { timeout: 15_000 }).toEqual(paintingOf(entries, SAMPLE));

it('shows which article it is before anything is tagged', async () => {
  const popup = await visitor.click();
  expect(await popup.$eval('h1', (title) => title.textContent)).toBe(TITLE);
  const header = await popup.$eval('header', (element) => element.textContent ?? '');
  for (const part of ['127.0.0.1', '2026', 'R. Okafor']) expect(header).toContain(part);
});

it('tags quotes, claims and a speaker, and lists them as they stand in the text', async () => {
  for (const entry of ENTRIES) await job.tag(entry);
  const words = ENTRIES.map(({ segments }) => segments[0] ?? '');
  await expect.poll(() => job.listed(ENTRIES), { timeout: 15_000 }).toEqual(inTextOrder(words));
}, 240_000);

it('paints every passage at its own words and leaves the page as it was', async () => {
  const before = await job.page.content();
  await expectPainted(ENTRIES);
  await job.page.reload();
  expect(await job.page.content()).toBe(before);
});

it('repaints everything after a reload, at the click and not before', async () => {
  await job.page.reload();
  expect(await painted()).toEqual({});
  await visitor.click();
  await expectPainted(ENTRIES);
});

it('takes a deleted quote off the page and out of the export, and Undo brings all of it back', async () => {
  const { popup } = job;
  const before = await visitor.export();
  await pressOnCard(popup, DELETED, 'Delete');
  await byRole(popup, 'button', 'Undo').wait();
  await waitUntilSaved(popup);
  const others = ENTRIES.filter(({ segments }) => segments[0] !== DELETED);
  await expectPainted(others);
  const without = await visitor.export();
  expect(entriesOf(without)).toHaveLength(ENTRIES.length - 1);
  expect(JSON.stringify(without.annotations)).not.toContain(DELETED);

  await pressButton(popup, 'Undo');
  await annotationItem(popup, DELETED);
  await waitUntilSaved(popup);
  await expectPainted(ENTRIES);
  const after = await visitor.export();
  const withoutStamp = ({ annotations }: typeof after) => annotations.map((a) => ({ ...a, updatedAt: '' }));
  expect(withoutStamp(after)).toEqual(withoutStamp(before));
});

it('exports what was tagged, each passage at its offsets, under the page’s own address', async () => {
  await job.page.reload();
  const popup = await visitor.click();
  await annotationItem(popup, DELETED);
  const { text, fileName } = await visitor.exportFile();
  expect(fileName).toMatch(
    /^on-record_127\.0\.0\.1_harbour-cities-agree-on-a-common-tide-fund-after-two-days[a-z-]*_\d{4}-\d\d-\d\d\.json$/,
  );
  const exported = readExport(text);
  expect(fileName).toContain(exported.exportedAt.slice(0, 10));
  expect(misplaced(exported)).toEqual([]);
  // 10 segments, 4 mentions and 3 cues.
  expect(countInArticle(exported)).toBe(passageCount(ENTRIES));

  const written = entriesOf(exported);
  expect(written).toHaveLength(ENTRIES.length);
  for (const entry of expectedEntries(ENTRIES)) expect(written).toContainEqual(entry);
  expect(exported.speakers).toHaveLength(new Set(ENTRIES.map(({ speaker }) => speaker)).size);

  const [article, ...others] = exported.articles;
  expect(others).toEqual([]);
  expect(article).toMatchObject({
    title: TITLE,
    siteName: 'Harbour Post',
    authors: ['R. Okafor'],
    section: 'Coast and climate',
    publishedTime: '2026-11-24T09:40:00+01:00',
    modifiedTime: '2026-11-24T13:05:00+01:00',
    lang: 'en-GB',
    url: visitor.address(SAMPLE_PATH),
    key: visitor.address(SAMPLE_PATH).replace(/^http:/, 'https:'),
    // The page's canonical link names another domain.
    aliases: [],
  });
  expect(article?.snapshots).toHaveLength(1);
});

it('exports the same bytes a second time, but for the time', async () => {
  const first = await visitor.exportFile();
  const second = await visitor.exportFile();
  expect(second.fileName).toBe(first.fileName);
  expect(withoutTime(second.text)).toBe(withoutTime(first.text));
  expect(second.text).not.toBe(first.text);
});

const inTextOrder = (words: readonly string[]) => words.toSorted((a, b) => SAMPLE.indexOf(a) - SAMPLE.indexOf(b));

const passageCount = (entries: readonly Entry[]) =>
  entries.reduce((sum, { segments, mention, cue }) => sum + segments.length + (mention ? 1 : 0) + (cue ? 1 : 0), 0);
