import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, pressOnCard, waitForSelection, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { LOOKS, violations, wear } from './axe';
import { Job } from './job';
import type { OnRecordExport } from './schema';
import {
  AMBIGUOUS,
  ATTRIBUTION,
  ENTRIES,
  EXACT,
  FIRST_EDIT,
  GONE,
  MARKS,
  MOVED,
  NAME,
  NEGATION,
  NUMBER,
  PARTS,
  REWORDED,
  SECOND_EDIT,
  SPEAKER,
  TAGGED,
} from './statuses-article';
import { Visitor } from './visitor';

const PATH = '/news/2026/11/20/northern-pier-to-open-again';

let visitor: Visitor;
let job: Job;
let tagged: OnRecordExport;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.open(PATH, TAGGED);
  job = new Job(visitor);
  for (const entry of ENTRIES) await job.tag(entry);
  tagged = await visitor.export();
});
afterAll(() => visitor?.leave());

/** The outlet has edited the page; somebody opens it and clicks the icon. */
async function serve(html: string): Promise<void> {
  visitor.put(PATH, html);
  await visitor.closePopup();
  await visitor.goTo(PATH);
  await visitor.click();
}

/** A card shows a quote in marks of its own, with the comma that stands before the closing one. */
const shown = (words: string) => words.replace(/,$/, '');

/** What a card says of its passage, by the groups of buttons that it has and the notes of what was decided. */
async function statusOf(words: string) {
  const card = await annotationItem(visitor.popup, shown(words));
  return card.evaluate((item) => {
    const texts = (selector: string) =>
      [...item.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    return {
      headlines: [...item.querySelectorAll('[role="group"]')].map((group) => group.getAttribute('aria-label') ?? ''),
      flags: texts('.status-flags li'),
      removed: texts('del'),
      added: texts('ins'),
      decided: texts('.decision-words'),
    };
  });
}
const CALM = { headlines: [], flags: [], removed: [], added: [], decided: [] };

const expectStatus = (words: string, status: Partial<Awaited<ReturnType<typeof statusOf>>>) =>
  expect.poll(() => statusOf(words), { timeout: 15_000 }).toMatchObject({ ...CALM, ...status });

/** The annotation of an export that was tagged with these words. */
const annotationOf = ({ annotations }: OnRecordExport, words: string) =>
  annotations.find(({ segments }) => segments[0]?.quote.exact === words) ?? expect.fail(`“${words}” is not exported.`);

/** Its decisions: what was decided, and the words that it was decided on. */
const placementsOf = (exported: OnRecordExport, words: string) =>
  annotationOf(exported, words).placements.map(({ decision, segments }) => [
    decision,
    ...segments.map(({ quote }) => quote.exact),
  ]);

const press = (words: string, ...[action]: [Parameters<typeof pressOnCard>[2]]) =>
  pressOnCard(visitor.popup, shown(words), action);

async function decide(words: string, action: Parameters<typeof pressOnCard>[2]): Promise<void> {
  await press(words, action);
  await waitUntilSaved(visitor.popup);
}

const focused = (popup: Page) =>
  popup.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** What axe finds in the popup as it is now, in every look. */
async function findings(): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await wear(visitor.popup, look);
    const lines = await violations(visitor.popup, { colours: look !== 'forced' });
    found.push(...lines.map((line) => `${look}: ${line}`));
  }
  await wear(visitor.popup, 'light');
  return found;
}

describe('before the page is edited', () => {
  it('nothing is said of any passage', async () => {
    await visitor.click();
    for (const { segments } of ENTRIES) expect(await statusOf(segments[0] ?? '')).toEqual(CALM);
  });
});

describe('after the first edit', () => {
  beforeAll(() => serve(FIRST_EDIT));

  it.each([
    ['stands as it was', EXACT],
    ['only moved', MOVED],
  ])('nothing is said of a passage that %s', async (_, words) => {
    // Those below it are known by now: it isn't that the page was not asked yet.
    await expectStatus(GONE, { headlines: ['Not found on this page'] });
    expect(await statusOf(words)).toEqual(CALM);
  });

  it('a changed number is named, and shown word by word', async () => {
    await expectStatus(NUMBER, {
      headlines: [expect.stringMatching(/^Page changed here: 3\.4 → 3\.1/)],
      flags: ['A number changed'],
      removed: ['removed: 3.4'],
      added: ['added: 3.1'],
    });
  });

  it.each([
    ['a dropped negation', NEGATION, 'A negation was added or dropped'],
    ['another name', NAME, 'A name changed'],
    ['added quotation marks', MARKS, 'Quotation marks were added or removed'],
  ])('%s is named', async (_, words, flag) => {
    await expectStatus(words, {
      headlines: [expect.stringMatching(/^Page changed here/)],
      flags: [flag],
      removed: expect.anything(),
      added: expect.anything(),
    });
  });

  it('the changed part of a quote in two parts is shown', async () => {
    await expectStatus(PARTS[0] ?? '', {
      headlines: [expect.stringMatching(/^Page changed here/)],
      removed: ['removed: where'],
      added: ['added: how'],
    });
  });

  it('an untouched quote in another mouth is not shown as unchanged', async () => {
    await expectStatus(ATTRIBUTION, {
      headlines: ['Who said it may have changed: the words around this passage are different'],
    });
  });

  it('a speaker whose name is gone, and a sentence that is gone, are not found', async () => {
    await expectStatus(SPEAKER, { headlines: ['Not found on this page'] });
    await expectStatus(GONE, { headlines: ['Not found on this page'] });
  });

  it('words that two others say now are not given to either', async () => {
    await expectStatus(AMBIGUOUS, { headlines: ['Found in more than one place'] });
    const painted = (await readHighlights(visitor.page))['on-record-quote'] ?? [];
    expect(painted).not.toContain(AMBIGUOUS);
  });

  it('axe finds nothing wrong with any of it, light, dark or in forced colours', async () => {
    expect(await findings()).toEqual([]);
  });

  it('what was recorded is called so', async () => {
    const card = await annotationItem(visitor.popup, NUMBER);
    expect(await card.evaluate((item) => item.textContent)).toContain(`As recorded${NUMBER}`);
  });
});

describe('deciding', () => {
  const NEW_NUMBER = NUMBER.replace('3.4', '3.1');
  const NEW_NEGATION = NEGATION.replace('not ', '');

  it('accepts a new wording with the keyboard alone, and shows it with the recorded one', async () => {
    const { popup } = visitor;
    const card = await annotationItem(popup, NUMBER);
    await (await card.$('button[aria-label^="Edit"]'))?.focus();
    for (let i = 0; i < 8 && (await focused(popup)) !== 'Accept new wording'; i++) await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    await expectStatus(NEW_NUMBER, { decided: [`New wording accepted; recorded as ${NUMBER}`] });
    await expect.poll(() => focused(popup)).toBe('Undo: New wording accepted');
    await waitUntilSaved(popup);
    const painted = (await readHighlights(visitor.page))['on-record-claim'] ?? [];
    expect(painted).toContain(NEW_NUMBER);
  });

  it('keeps what was recorded, quietly, with a way to see the change', async () => {
    await decide(NEGATION, 'Keep as recorded');
    const decided = [`Kept as recorded; the page now says ${NEW_NEGATION}`];
    await expectStatus(NEGATION, { decided });
    await press(NEGATION, 'See the change');
    await expectStatus(NEGATION, { decided, removed: ['removed: not'] });
  });

  it('shows each place on the page, and takes the one that is chosen', async () => {
    const inView = () =>
      visitor.page.evaluate(() => {
        const [range] = CSS.highlights.get('on-record-focus') ?? [];
        return range instanceof Range ? range.startContainer.parentElement?.textContent : null;
      });
    await press(AMBIGUOUS, 'Show on page: place 1');
    await expect.poll(inView).toMatch(/chandlery|post office/);
    const first = await inView();
    await press(AMBIGUOUS, 'Show on page: place 2');
    await expect.poll(inView).not.toBe(first);
    const second = (await inView()) ?? '';
    await decide(AMBIGUOUS, 'This is it: place 2');
    await expectStatus(AMBIGUOUS, { decided: ['Place chosen by hand'] });
    const exported = await visitor.export();
    const [placement] = annotationOf(exported, AMBIGUOUS).placements;
    const around = placement?.segments[0]?.quote.suffix ?? '';
    expect(second).toContain(around.slice(0, 20).trim());
  });

  it('takes what is selected by hand, though the popup was closed meanwhile', async () => {
    await press(GONE, 'Find on page');
    await visitor.closePopup();
    await selectText(visitor.page, REWORDED);
    const popup = await visitor.click();
    await waitForSelection(popup, REWORDED);
    await expect.poll(() => focused(popup)).toBe('Use selection as this passage');
    await decide(GONE, 'Use selection as this passage');
    await expectStatus(REWORDED, { decided: [`Selected again by hand; recorded as ${GONE}`] });
  });

  it('takes what was selected before', async () => {
    await selectText(visitor.page, 'Osei');
    const popup = await visitor.click();
    await waitForSelection(popup, 'Osei');
    await press(SPEAKER, 'Find on page');
    await decide(SPEAKER, 'Use selection as this passage');
    await expectStatus('Osei', { decided: [`Selected again by hand; recorded as ${SPEAKER}`] });
  });

  it('exports every decision beside what was recorded, with the wording it was taken on', async () => {
    const exported = await visitor.export();
    for (const { segments } of ENTRIES) {
      const words = segments[0] ?? '';
      expect(annotationOf(exported, words).segments).toEqual(annotationOf(tagged, words).segments);
    }
    expect(placementsOf(exported, NUMBER)).toEqual([['accepted', NEW_NUMBER]]);
    expect(placementsOf(exported, NEGATION)).toEqual([['kept', NEW_NEGATION]]);
    expect(placementsOf(exported, AMBIGUOUS)).toEqual([['chosen', AMBIGUOUS]]);
    expect(placementsOf(exported, GONE)).toEqual([['selected', REWORDED]]);
    expect(placementsOf(exported, EXACT)).toEqual([]);
    const snapshots = exported.articles.flatMap((article) => article.snapshots);
    expect(snapshots.map(({ text }) => [text.includes(NUMBER), text.includes(NEW_NUMBER)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('is remembered when the page is opened again', async () => {
    await serve(FIRST_EDIT);
    await expectStatus(NEW_NUMBER, { decided: [expect.stringMatching(/^New wording accepted/)] });
    await expectStatus(NEGATION, { decided: [expect.stringMatching(/^Kept as recorded/)] });
    await expectStatus(AMBIGUOUS, { decided: ['Place chosen by hand'] });
    await expectStatus(REWORDED, { decided: [expect.stringMatching(/^Selected again/)] });
    expect(await findings()).toEqual([]);
  });

  it('can be undone', async () => {
    await decide(NAME, 'Accept new wording');
    const accepted = NAME.replace('Halvard', 'Sundby');
    await expectStatus(accepted, { decided: [expect.stringMatching(/^New wording accepted/)] });
    await decide(accepted, 'Undo');
    await expectStatus(NAME, { headlines: [expect.stringMatching(/^Page changed/)], ...changedWords });
    expect(placementsOf(await visitor.export(), NAME)).toEqual([]);
  });
});

const changedWords = { flags: expect.anything(), removed: expect.anything(), added: expect.anything() };

describe('after the second edit', () => {
  beforeAll(() => serve(SECOND_EDIT));

  it('a further change is compared with what was accepted', async () => {
    await expectStatus(NUMBER.replace('3.4', '3.1'), {
      headlines: [expect.stringMatching(/^Page changed here: 3\.1 → 2\.9/)],
      ...changedWords,
      decided: [`New wording accepted; recorded as ${NUMBER}`],
    });
  });

  it('a change other than the one that was declined is asked about', async () => {
    await expectStatus(NEGATION, {
      headlines: [expect.stringMatching(/^Page changed here/)],
      ...changedWords,
      flags: ['A negation was added or dropped'],
    });
  });

  it('what was selected by hand and is gone is not found', async () => {
    await expectStatus(REWORDED, {
      headlines: ['Not found on this page'],
      decided: [`Selected again by hand; recorded as ${GONE}`],
    });
  });

  it('nothing is said of a passage whose change was taken back', async () => {
    await expectStatus(REWORDED, { headlines: ['Not found on this page'], decided: expect.anything() });
    expect(await statusOf(NAME)).toEqual(CALM);
  });
});
