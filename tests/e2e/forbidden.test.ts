import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { byRole } from '../browser/popup-driver';
import { type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup } from '../browser/toolbar';
import { SAMPLE } from './sample';

const TITLE = 'Harbour cities agree on a common tide fund after two days of talks';

/** A document of one page that says "Tide tables". */
const PDF = pdf('BT /F1 24 Tf 72 720 Td (Tide tables) Tj ET');

let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  server = await servePages({ '/article.html': SAMPLE, '/tables.pdf': PDF });
  server.set('/report', PDF, { 'content-type': 'application/pdf' });
  launched = await launchChromium();
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

beforeEach(async () => {
  page = await launched.browser.newPage();
});

afterEach(async () => {
  await page.close();
});

/** What somebody sees who clicks the icon here. */
async function click() {
  const popup = await clickToolbarIcon(page, launched.extension);
  await byRole(popup, 'heading', 'This page can’t be tagged').wait();
  const shown = await popup.evaluate(() => ({
    alerts: [...document.querySelectorAll('[role="alert"]')].map((alert) => ({
      text: alert.textContent ?? '',
      isSeen: alert.checkVisibility() && alert.getBoundingClientRect().height > 10,
    })),
    buttons: [...document.querySelectorAll('main button')].map((button) => button.textContent),
  }));
  await closePopup(popup);
  return shown;
}

const SENTENCE = /^Browsers do not let extensions read this page: .* Open a news article and click the icon there\.$/;
/** One sentence, in sight, and nothing to press that could not work. */
const REFUSAL = { alerts: [{ text: expect.stringMatching(SENTENCE), isSeen: true }], buttons: [] };

describe('where the browser forbids scripts, a click on the icon gets a sentence that says so', () => {
  it.each(['chrome://version/', 'chrome://extensions/'])('on %s', async (url) => {
    await page.goto(url);
    expect(await click()).toEqual(REFUSAL);
  });

  it.each(['/tables.pdf', '/report'])('in the PDF viewer, at %s', async (path) => {
    // A viewer is no document whose loading the driver could wait for.
    await page.goto(server.url(path), { waitUntil: [] });
    await expect.poll(() => page.evaluate(() => document.contentType), { timeout: 20_000 }).toBe('application/pdf');
    expect(await click()).toEqual(REFUSAL);
  });

  it('in the source of a page', async () => {
    await page.goto(`view-source:${server.url('/article.html')}`);
    expect(await click()).toEqual(REFUSAL);
  });

  it('on a tab with nothing in it', async () => {
    await page.goto('about:blank');
    expect(await click()).toEqual(REFUSAL);
  });

  it('on a page that never arrived', async () => {
    const gone = await servePages();
    await gone.close();
    await page.goto(gone.url('/article.html')).catch((error: Error) => expect(error.message).toContain('REFUSED'));
    expect(await click()).toEqual(REFUSAL);
  });
});

it('an article that is opened in the same tab afterwards can be tagged', async () => {
  await page.goto('chrome://version/');
  expect(await click()).toEqual(REFUSAL);
  await page.goto(server.url('/article.html'));
  const popup = await clickToolbarIcon(page, launched.extension);
  await byRole(popup, 'heading', TITLE).wait();
  expect(await popup.$('[role="alert"]')).toBeNull();
  await closePopup(popup);
});

function pdf(content: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
