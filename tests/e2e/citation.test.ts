import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipboard, inCard, openCard, passageCard, said } from '../browser/passage-card';
import { nameSpeaker, pressButton } from '../browser/popup-driver';
import { QUOTE } from './sample';
import { Visitor } from './visitor';

/** Presses the button in the card that is open, and closes that: what is on the clipboard then. */
async function copied(page: Page): Promise<{ text: string; html: string }> {
  await (await inCard(page, 'button', 'Copy citation')).click();
  await said(page, 'status', 'Citation copied.');
  await page.keyboard.press('Escape');
  await expect.poll(() => passageCard(page), { timeout: 5000 }).toBeNull();
  return clipboard(page);
}

describe.each(['127.0.0.1', 'harbour.test'])('a citation copied on a page of %s', (host) => {
  let reader: Visitor;
  beforeAll(async () => {
    reader = await Visitor.arrive({ host });
  });
  afterAll(() => reader?.leave());

  it('leads to the words, as text and as HTML', async () => {
    const page = await reader.openSample();
    expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual(
      host === '127.0.0.1' ? [true, true] : [false, false],
    );
    const popup = await reader.tag('Quote', QUOTE);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
    await nameSpeaker(popup, 'Mara Lindqvist');
    await pressButton(popup, 'Done');
    await reader.closePopup();
    await page.bringToFront();
    await openCard(page, QUOTE.slice(30));
    const { text, html } = await copied(page);
    const url = page.url();
    expect(text).toMatch(
      /^“We leave with a signature, not with a promise,” — Mara Lindqvist \(Harbour Post, Nov 24, 2026\), /,
    );
    expect(html).toContain('<cite>Harbour Post</cite>');
    const address = text.split('), ')[1] ?? '';
    expect(address.startsWith(`${url}#:~:text=`)).toBe(true);
    expect(html.replaceAll('&amp;', '&')).toContain(`href="${address}"`);
    expect(await foundBy(page, reader, address)).toMatchObject([{ words: QUOTE }]);
  });
});

const PARAGRAPHS = [
  'The ferry came in late, and “nobody knows why,” the harbour master said. Those who had waited on the pier went home.',
  'On the islands they were told the same. Asked again in the evening, “nobody knows why,” said the man at the desk & left.',
  'A well-known skipper, who had seen it all, was of another mind: it was the tide, he said, and the tide it was.',
  'The next ferry is expected on Thursday, or on any other day on which the water is high enough for it to come in.',
];
const FERRY = `<!doctype html><html lang="en"><title>Ferry late</title><article><h1>Ferry late</h1>${PARAGRAPHS.map((text, i) => `<p id="p${i}">${text.replace('&', '&amp;')}</p>`).join('')}</article>`;

describe('a text fragment of a citation leads', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
  });
  afterAll(() => visitor?.leave());

  it.each([
    ['to the second of two places with the same words', 'nobody knows why', { nth: 1 }, /^nobody knows why$/, 'p1'],
    ['over several paragraphs', 'A well-known', { through: 'on Thursday' }, /^A well-known .* on Thursday$/s, 'p2'],
    ['to words that mean something in an address', 'the desk & left', {}, /^the desk & left$/, 'p1'],
  ] as const)('%s', async (_what, words, where, found, paragraph) => {
    const page = await visitor.open(`/ferry-${paragraph}-${words.length}.html`, FERRY);
    await visitor.tag('Quote', words, where);
    await visitor.closePopup();
    await page.bringToFront();
    const [range] = await page.evaluate(() =>
      [...(CSS.highlights.get('on-record-quote') ?? [])].map((one) => {
        const { left, top } = (one as Range).getClientRects()[0] ?? { left: 0, top: 0 };
        return { x: left + 4, y: top + 4 };
      }),
    );
    await page.mouse.click(range?.x ?? 0, range?.y ?? 0);
    const { text } = await copied(page);
    const [place] = await foundBy(page, visitor, text.slice(text.indexOf('http')));
    expect(place?.words).toMatch(found);
    expect(place?.paragraph).toBe(paragraph);
  });
});

/** Not among the files that the package offers: those act by themselves. */
const POLYFILL = readFileSync(
  join(import.meta.dirname, '../../node_modules/text-fragments-polyfill/src/text-fragment-utils.js'),
  'utf8',
);

/** What the reference implementation of text fragments finds on the page for an address. */
async function foundBy(page: Page, server: Visitor, address: string): Promise<{ words: string; paragraph: string }[]> {
  server.put('/text-fragment-utils.js', POLYFILL, { 'content-type': 'text/javascript' });
  // As words: a function that imports is rewritten by what runs the tests.
  const found = await page.evaluate(`import('/text-fragment-utils.js').then((utils) => {
    const directives = utils.parseFragmentDirectives(utils.getFragmentDirectives(${JSON.stringify(new URL(address).hash)}));
    return directives.text.map((directive) => {
      const [range] = utils.processTextFragmentDirective(directive);
      return { words: String(range), paragraph: range?.startContainer.parentElement.id };
    });
  })`);
  return found as { words: string; paragraph: string }[];
}
