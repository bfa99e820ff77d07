/** `npm run screenshots`: the pictures of the README, each screen in light and in dark, of the sample article. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildIfStale } from './build.ts';
import { drag } from './drag.ts';
import { launchChromium } from './launch.ts';
import { openCard } from './passage-card.ts';
import { pressButton } from './popup-driver.ts';
import { selectText } from './select.ts';
import { barShown } from './selection-bar.ts';
import { servePages } from './serve.ts';
import { clickToolbarIcon, closePopup } from './toolbar.ts';
import { type TourScript, tagAll } from './tour.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github');
const SAMPLE = join(ROOT, 'tests/fixtures/sample');
const HOST = 'harbourpost.example';
const PATH = '/news/2026/11/24/harbour-cities-common-tide-fund';

/** The part of a page's window that is taken, around its middle, where what is selected or clicked is. CSS pixels. */
const WINDOW = { width: 900, height: 900 };
const PART = { width: 900, height: 620, top: 240 };

/** WebP, which every place that shows a README knows, at a quality at which letters stay sharp. */
async function photograph(page: Page, name: string, part?: typeof PART): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // A picture that is taken halfway from one colour to the other shows neither.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const y = await page.evaluate(() => scrollY);
    const picture = await page.screenshot({
      type: 'webp',
      quality: 85,
      // A window that is made larger for the picture would move what stands over the page.
      ...(part && { clip: { ...part, x: 0, y: y + part.top }, captureBeyondViewport: false }),
    });
    const file = join(FOLDER, `${name}${scheme === 'dark' ? '-dark' : ''}.webp`);
    writeFileSync(file, picture);
    console.log(`${file} (${Math.round(picture.length / 1000)} kB)`);
  }
}

await buildIfStale();
mkdirSync(FOLDER, { recursive: true });
const server = await servePages({ [PATH]: readFileSync(join(SAMPLE, 'article.html')) });
const { tags, selected = '' } = JSON.parse(readFileSync(join(SAMPLE, 'tags.json'), 'utf8')) as TourScript;
const { browser, extension, extensionId, close } = await launchChromium({
  windowSize: WINDOW,
  pixelRatio: 2,
  pinned: true,
  args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
});
try {
  const page = await browser.newPage();
  await page.goto(server.url(PATH).replace('127.0.0.1', HOST));
  await closePopup(await tagAll(page, extension, tags));

  await selectText(page, selected);
  const popup = await clickToolbarIcon(page, extension);
  await popup.waitForSelector('::-p-aria([name="Review"][role="button"])');
  await photograph(popup, 'popup');
  await pressButton(popup, 'Review');
  await popup.waitForSelector('::-p-aria([name="Accept"][role="button"])');
  await photograph(popup, 'review');
  await closePopup(popup);

  const first = tags[0]?.segments[0] ?? '';
  await page.bringToFront();
  // What is selected already would be dragged away.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await drag(page, selected, selected);
  await barShown(page);
  await photograph(page, 'page', PART);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await openCard(page, first);
  await photograph(page, 'card', PART);
  await page.keyboard.press('Escape');

  const opener = await clickToolbarIcon(page, extension);
  await pressButton(opener, 'Side panel');
  const target = await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
  const panel = await target.asPage();
  await panel.setViewport({ width: 360, height: 760, deviceScaleFactor: 2 });
  await panel.waitForSelector('::-p-aria([name="Annotations"][role="list"])');
  await photograph(panel, 'panel');

  for (const [name, file, height] of [
    ['library', 'library.html', 640],
    ['settings', 'options.html', 960],
    ['welcome', 'welcome.html', 960],
  ] as const) {
    const tab = await browser.newPage();
    await tab.setViewport({ width: name === 'library' ? 1180 : 760, height, deviceScaleFactor: 2 });
    await tab.goto(`chrome-extension://${extensionId}/${file}`);
    await tab.waitForSelector('h1, [role="main"], main');
    if (name === 'library') await tab.click(`::-p-text(${first})`);
    await tab.waitForNetworkIdle();
    await photograph(tab, name);
    await tab.close();
  }
} finally {
  await close();
  await server.close();
}
