import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { byRole, pressButton, tag, waitForSelection, waitUntilSaved } from '../browser/popup-driver';
import { fillDisk, readStore } from './interference';
import { QUOTE } from './sample';
import { Visitor } from './visitor';

const SENTENCE = 'A change was not saved. The disk is full, so nothing was saved. Free some space, then try again.';

let visitor: Visitor;
let popup: Page;
let makeRoom: (() => Promise<void>) | null = null;

beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

beforeEach(async () => {
  await visitor.openSample();
  popup = await visitor.clickWith(QUOTE);
  await waitForSelection(popup, QUOTE);
  await tag(popup, 'Quote', QUOTE);
  await waitUntilSaved(popup);
  makeRoom = await fillDisk(visitor.launched);
  const note = await byRole(popup, 'textbox', 'Note').waitHandle();
  await note.focus();
  await popup.keyboard.type('tape');
  await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBeGreaterThan(0);
});

afterEach(async () => {
  await makeRoom?.();
  await visitor.close();
});

const alerts = () =>
  popup.$$eval('[role="alert"] p', (sentences) => sentences.map((sentence) => sentence.textContent ?? ''));
const kept = async () => (await readStore(popup, visitor.page.url())).waiting;
const note = async () => (await readStore(popup, visitor.page.url())).annotations.map((annotation) => annotation.note);

describe('a note of several letters that is typed while the disk is full', () => {
  it('is one problem, and Try again saves all of it, also after the popup was closed', async () => {
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);
    expect(await note()).toEqual(['']);
    popup = await visitor.click();
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);

    await makeRoom?.();
    await pressButton(popup, 'Try again');
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([]);
    await expect.poll(note, { timeout: 20_000 }).toEqual(['tape']);
    await expect.poll(kept, { timeout: 20_000 }).toEqual([]);
  });

  it('is no problem any more once its next letter could be saved', async () => {
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);
    await makeRoom?.();
    await popup.keyboard.type('s');
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([]);
    await waitUntilSaved(popup);
    expect(await note()).toEqual(['tapes']);
    await expect.poll(kept, { timeout: 20_000 }).toEqual([]);
  });
});
