import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Extension, Page } from 'puppeteer-core';
import { launchChromium } from './launch.ts';
import {
  exportJson,
  nameSpeaker,
  pressButton,
  type Tag,
  tag,
  typeInto,
  waitForSelection,
  waitUntilSaved,
} from './popup-driver.ts';
import { selectText } from './select.ts';
import { clickToolbarIcon, reopen } from './toolbar.ts';

/** A passage to tag, as a script for the tour. */
export interface ScriptedTag {
  kind: 'quote' | 'claim' | 'speaker';
  /** Several when the quote is split. */
  segments: string[];
  speaker?: string;
  role?: string;
  mention?: string;
  cue?: string;
  note?: string;
}

/** What the tour does. */
export interface TourScript {
  tags: ScriptedTag[];
  /** A passage that is selected, but not tagged, when the pictures are taken. */
  selected?: string;
}

/** What the tour made. */
export interface TourResult {
  title: string;
  quotes: number;
  claims: number;
  mentions: number;
  speakers: number;
  /** Absolute paths. */
  files: string[];
}

/** What we read of an export; its whole form is in public/schema/on-record-1.json. */
interface Export {
  articles: { title: string }[];
  annotations: { kind: ScriptedTag['kind'] }[];
  speakers: unknown[];
}

const BUTTON: Record<ScriptedTag['kind'], Tag> = { quote: 'Quote', claim: 'Claim', speaker: 'Speaker' };

/**
 * Does the whole job on `url` without a screen: clicks the icon, tags, names the speakers, exports, and leaves the
 * export and screenshots in the folder `out`. Without a script it tags the first quotation, or else the first sentence.
 * @throws Error with a sentence about the step that failed.
 */
export async function takeTour(url: string, out: string, script: TourScript | null): Promise<TourResult> {
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const { browser, extension, close } = await launchChromium({
    downloadDir: folder,
    windowSize: { width: 1280, height: 1000 },
    // Sharp enough for the pictures to stand in a README.
    pixelRatio: 2,
  });
  try {
    const [page = await browser.newPage()] = await browser.pages();
    const response = await page.goto(url, { timeout: 60_000 });
    if (response && !response.ok()) throw new Error(`${url} answered ${response.status()}.`);
    const { tags, selected } = script ?? { tags: [await firstPassage(page)] };
    const last = await tagAll(page, extension, tags);

    if (selected) await selectText(page, selected);
    else await page.evaluate(() => getSelection()?.removeAllRanges());
    const popup = await reopen(page, extension, last);
    await showTop(page);
    const download = await exportJson(popup, folder);
    const files = [
      download.path,
      await photograph(page, join(folder, 'page.png')),
      await photograph(popup, join(folder, 'popup.png'), 'light'),
      await photograph(popup, join(folder, 'popup-dark.png'), 'dark'),
    ];
    return { ...summarise(JSON.parse(download.text)), files };
  } finally {
    await close();
  }
}

/** Selects each passage before it clicks the icon, as a person does: the popup closes whenever the page is touched. */
export async function tagAll(page: Page, extension: Extension, tags: readonly ScriptedTag[]): Promise<Page> {
  let popup: Page | null = null;
  for (const entry of tags) {
    const [first = '', ...more] = entry.segments;
    await selectText(page, first);
    popup = popup ? await reopen(page, extension, popup) : await clickToolbarIcon(page, extension);
    await tag(popup, BUTTON[entry.kind], first);
    if (entry.speaker) await nameSpeaker(popup, entry.speaker, entry.role);
    for (const segment of more) await useSelection(page, popup, segment, first, 'Add selection to this quote');
    if (entry.mention) await useSelection(page, popup, entry.mention, first, 'Use selection as mention');
    if (entry.cue) await useSelection(page, popup, entry.cue, first, 'Use selection as cue');
    if (entry.note) await typeInto(popup, 'textbox', 'Note', entry.note);
    await pressButton(popup, 'Done');
    await waitUntilSaved(popup);
  }
  if (!popup) throw new Error('There is nothing to tag.');
  return popup;
}

/** Selects words beside a passage, as another part of what is in the editor. */
async function useSelection(page: Page, popup: Page, words: string, near: string, button: string): Promise<void> {
  await selectText(page, words, { near });
  await waitForSelection(popup, words);
  await pressButton(popup, button);
  await waitUntilSaved(popup);
}

/** The first quotation in a paragraph that is long enough to be part of an article, or else its first sentence. */
async function firstPassage(page: Page): Promise<ScriptedTag> {
  const passage = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('p')]
      .filter((paragraph) => paragraph.checkVisibility() && paragraph.closest('nav, aside, footer, figure') === null)
      .map((paragraph) => paragraph.textContent.replace(/\s+/g, ' ').trim())
      .filter((text) => text.length >= 80);
    for (const text of paragraphs) {
      const quotation = /[“«„"]\s?([^“”«»„"]{20,400}?)\s?[”»“"]/.exec(text)?.[1];
      if (quotation) return { text: quotation, isQuotation: true };
    }
    const [sentence] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(paragraphs[0] ?? '');
    return sentence ? { text: sentence.segment.trim(), isQuotation: false } : null;
  });
  if (!passage) throw new Error('The page has no paragraph that is long enough to tag something in.');
  return { kind: passage.isQuotation ? 'quote' : 'claim', segments: [passage.text] };
}

/** Brings the first painted passage to the top of the window, with some room above it. */
async function showTop(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 10_000 });
  await page.evaluate(() => {
    const tops = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => range.startContainer.parentElement?.getBoundingClientRect().top ?? 0),
    );
    scrollBy({ top: Math.min(...tops) - 120, behavior: 'instant' });
  });
}

async function photograph(page: Page, path: string, scheme?: 'light' | 'dark'): Promise<string> {
  if (scheme) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // A picture that is taken halfway from one colour to the other shows neither.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  }
  writeFileSync(path, await page.screenshot());
  return path;
}

function summarise({ articles, annotations, speakers }: Export): Omit<TourResult, 'files'> {
  const count = (kind: ScriptedTag['kind']) => annotations.filter((annotation) => annotation.kind === kind).length;
  return {
    title: articles[0]?.title ?? '',
    quotes: count('quote'),
    claims: count('claim'),
    mentions: count('speaker'),
    speakers: speakers.length,
  };
}
