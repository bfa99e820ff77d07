import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@/lib/annotations/command';
import {
  byRole,
  nameSpeaker,
  pressButton,
  pressOnCard,
  tag,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { forgetWaiting, MOMENTS, type Moment, readStore, type Stored, serviceWorker } from './interference';
import { SAMPLE } from './sample';
import { Visitor } from './visitor';

const FIRST = 'A wall that stops at the city limit,';
const SECOND = 'is a very expensive way of flooding the neighbours.';

let visitor: Visitor;
let popup: Page;
let count = 0;

beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

beforeEach(async () => {
  count += 1;
  // A database that has been opened.
  await visitor.openSample();
  popup = await visitor.clickWith('It is a start,');
  await tag(popup, 'Claim', 'It is a start,');
  await waitUntilSaved(popup);
  await selectText(visitor.page, FIRST);
  await waitForSelection(popup, FIRST);
});

afterEach(async () => {
  // Whatever a test has left of its interference dies here.
  await visitor.killServiceWorker();
  await forgetWaiting(popup);
  await visitor.close();
});

type Tagged = Stored['annotations'][number];
const QUOTE: Tagged = {
  kind: 'quote',
  segments: [FIRST],
  placed: [],
  speaker: null,
  role: null,
  note: '',
  isDeleted: false,
};

/** A kind of command: what comes before it, what a person does to send one, and what is stored in the end. */
interface Step {
  before?: () => Promise<void>;
  act: () => Promise<void>;
  stored: Tagged;
}

/** A card sets its own marks around the words. */
const CARD = FIRST.slice(0, -1);

/** Takes the quote off the page, comes back, and selects other words to stand in its place. */
async function selectAgain(): Promise<void> {
  await waitUntilSaved(popup);
  visitor.put(new URL(visitor.page.url()).pathname, SAMPLE.replace(FIRST, 'Sundmark is where the gap is,'));
  await visitor.closePopup();
  await visitor.page.reload();
  popup = await visitor.clickWith(SECOND);
  await waitForSelection(popup, SECOND);
  await pressOnCard(popup, CARD, 'Find on page');
}

const tagQuote = () => tag(popup, 'Quote', FIRST);
const speakerName = () => `Mara Lindqvist ${count}`;
const press = async (role: string, name: string, key: 'm') => {
  const field = await byRole(popup, role, name).waitHandle();
  await field.focus();
  await popup.keyboard.press(key);
};

/** What only the library sends takes the same way. */
type OfLibrary =
  | 'mergeSpeakers'
  | 'splitSpeaker'
  | 'deleteSpeaker'
  | 'restoreSpeaker'
  | 'deleteArticle'
  | 'restoreArticle'
  | 'linkClaims'
  | 'erase'
  | 'batch';

const STEPS: Record<Exclude<Command['type'], OfLibrary>, () => Step> = {
  annotate: () => ({ act: () => pressButton(popup, 'Quote'), stored: QUOTE }),
  updateAnnotation: () => ({
    before: tagQuote,
    act: () => press('textbox', 'Note', 'm'),
    stored: { ...QUOTE, note: 'm' },
  }),
  addSegment: () => ({
    before: async () => {
      await tagQuote();
      await waitUntilSaved(popup);
      await selectText(visitor.page, SECOND);
      await waitForSelection(popup, SECOND);
    },
    act: () => pressButton(popup, 'Add selection to this quote'),
    stored: { ...QUOTE, segments: [FIRST, SECOND] },
  }),
  placeAnnotation: () => ({
    before: async () => {
      await tagQuote();
      await selectAgain();
    },
    act: () => pressOnCard(popup, CARD, 'Use selection as'),
    stored: { ...QUOTE, placed: [`selected: ${SECOND}`] },
  }),
  undoPlacement: () => ({
    before: async () => {
      await tagQuote();
      await selectAgain();
      await pressOnCard(popup, CARD, 'Use selection as');
      await popup.waitForSelector('::-p-aria([name="Undo: Selected again by hand"])');
    },
    act: () => pressOnCard(popup, SECOND, 'Undo'),
    stored: QUOTE,
  }),
  deleteAnnotation: () => ({
    before: tagQuote,
    act: () => pressOnCard(popup, CARD, 'Delete'),
    stored: { ...QUOTE, isDeleted: true },
  }),
  restoreAnnotation: () => ({
    before: async () => {
      await tagQuote();
      await waitUntilSaved(popup);
      await pressOnCard(popup, FIRST.slice(0, -1), 'Delete');
      await byRole(popup, 'button', 'Undo').wait();
    },
    act: () => pressButton(popup, 'Undo'),
    stored: QUOTE,
  }),
  createSpeaker: () => ({
    before: async () => {
      await tagQuote();
      await popup.keyboard.type(speakerName());
    },
    act: () => popup.keyboard.press('Enter'),
    stored: { ...QUOTE, speaker: speakerName(), role: '' },
  }),
  updateSpeaker: () => ({
    before: async () => {
      await tagQuote();
      await nameSpeaker(popup, speakerName());
    },
    act: () => press('textbox', 'Role', 'm'),
    stored: { ...QUOTE, speaker: speakerName(), role: 'm' },
  }),
};

/** The quote of this test, and how many records there are that could have been doubled. */
async function readQuote() {
  const { annotations, speakers, receipts, waiting } = await readStore(popup, visitor.page.url());
  return {
    quotes: annotations.filter(({ kind }) => kind === 'quote'),
    annotations: annotations.length,
    namesakes: speakers.filter((name) => name === speakerName()).length,
    receipts,
    waiting,
  };
}

const status = () => popup.evaluate(() => document.querySelector('.status-words')?.textContent);

describe.each(Object.keys(MOMENTS) as Moment[])('the service worker dies %s', (moment) => {
  it.each(Object.keys(STEPS) as (keyof typeof STEPS)[])('of “%s”: nothing is lost or doubled', async (type) => {
    const { before, act, stored } = STEPS[type]();
    await before?.();
    await waitUntilSaved(popup);
    const { receipts } = await readQuote();

    const worker = await serviceWorker(visitor.launched);
    await MOMENTS[moment](worker);
    await act();
    await expect.poll(() => worker.evaluate(() => globalThis.isHeld === true), { timeout: 20_000 }).toBe(true);
    expect(await status()).toBe('Saving…');
    if (moment === 'between commit and acknowledgement') {
      const held = await readQuote();
      expect(held).toMatchObject({ quotes: [stored], receipts: receipts + 1 });
      expect(held.waiting).toHaveLength(1);
    } else expect((await readQuote()).receipts).toBe(receipts);
    expect(await visitor.killServiceWorker()).toBe(true);

    await expect.poll(status, { timeout: 30_000 }).toBe('Saved on this device');
    await expect.poll(async () => (await readQuote()).waiting, { timeout: 20_000 }).toEqual([]);
    expect(await readQuote()).toEqual({
      quotes: [stored],
      annotations: 2,
      namesakes: stored.speaker ? 1 : 0,
      // One command was carried out, and once.
      receipts: receipts + 1,
      waiting: [],
    });
    expect(await popup.$('[role="alert"]')).toBeNull();
  });
});
