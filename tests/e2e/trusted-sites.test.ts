import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TESTING_DIR } from '../browser/build';
import { readHighlights } from '../browser/highlights';
import { controlSiteAccess, type SiteAccess } from '../browser/site-access';
import { LOOKS, violations, wear } from './axe';
import { serviceWorker } from './interference';
import { CLAIM, QUOTE } from './sample';
import { Visitor } from './visitor';

const SITE = 'http://127.0.0.1/*';

/** What the extension has of the browser's API. */
declare const chrome: {
  action: { getBadgeText(tab: { tabId: number }): Promise<string> };
  permissions: { request(asked: { origins: string[] }): Promise<boolean> };
  scripting: {
    executeScript(script: { target: { tabId: number }; func: () => unknown }): Promise<{ result: unknown }[]>;
    getRegisteredContentScripts(): Promise<{ matches: string[]; js: string[] }[]>;
  };
  tabs: { query(info: { url?: string; active?: boolean }): Promise<{ id: number; url?: string }[]> };
};

let visitor: Visitor;
let access: SiteAccess;
beforeAll(async () => {
  visitor = await Visitor.arrive({ extensionDir: TESTING_DIR });
  access = await controlSiteAccess(visitor.launched);
});
beforeEach(() => access.withdrawAll());
afterAll(() => visitor?.leave());

const painted = (page: Page) => expect.poll(() => readHighlights(page), { timeout: 10_000 });

/** What the icon of the tab in front bears. */
const badge = (page: Page) =>
  expect.poll(
    async () => {
      await page.bringToFront();
      const worker = await serviceWorker(visitor.launched);
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      });
    },
    { timeout: 10_000 },
  );

async function registered(): Promise<string[][]> {
  const worker = await serviceWorker(visitor.launched);
  const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  return scripts.map(({ matches, js }) => [...matches, ...js]);
}

/** Which of our scripts are at work in the document of the tab in front; null where we are not let in. */
async function atWork(page: Page): Promise<unknown> {
  await page.bringToFront();
  const worker = await serviceWorker(visitor.launched);
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const func = () => ({
      waiting: (globalThis as { onRecordTrusted?: { isAlive(): boolean } }).onRecordTrusted?.isAlive() ?? false,
      page: (globalThis as { onRecordPage?: { isAlive(): boolean } }).onRecordPage?.isAlive() ?? false,
    });
    // Chromium would wait for a click before it let a script in.
    if (tab?.url === undefined) return null;
    return (await chrome.scripting.executeScript({ target: { tabId: tab.id }, func }))[0]?.result;
  });
}

/** A sample with one quote and one claim, opened anew in a tab in which nobody has clicked. */
async function taggedSample(): Promise<Page> {
  const page = await visitor.openSample();
  await visitor.tag('Quote', QUOTE);
  await visitor.tag('Claim', CLAIM);
  const address = page.url();
  await visitor.close();
  const again = await visitor.launched.browser.newPage();
  await again.goto(address);
  return again;
}

const BOTH = { 'on-record-quote': [QUOTE], 'on-record-claim': [CLAIM] };

describe('a site that is trusted', () => {
  it('is painted without a click, in tabs that are open already and in new ones, and left at once when it is withdrawn', async () => {
    const page = await taggedSample();
    expect(await registered()).toEqual([]);
    expect(await readHighlights(page)).toEqual({});

    await access.grant(SITE);
    await painted(page).toEqual(BOTH);
    await badge(page).toBe('2');
    expect(await registered()).toEqual([[SITE, 'trusted.js']]);

    await page.reload();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await painted(page).toEqual(BOTH);
    await badge(page).toBe('2');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    await access.withdraw(SITE);
    await painted(page).toEqual({});
    await badge(page).toBe('');
    expect(await registered()).toEqual([]);
    await page.reload();
    expect(await atWork(page)).toBeNull();
    expect(await readHighlights(page)).toEqual({});
    await page.close();
  });

  it('stays painted where a person has clicked when it is withdrawn', async () => {
    const page = await taggedSample();
    await access.grant(SITE);
    await painted(page).toEqual(BOTH);
    const clicked = await visitor.openSample();
    await visitor.tag('Quote', QUOTE);
    await visitor.closePopup();
    await access.withdraw(SITE);
    await painted(page).toEqual({});
    expect(await readHighlights(clicked)).toEqual({ 'on-record-quote': [QUOTE] });
    await visitor.tag('Claim', CLAIM);
    await painted(clicked).toEqual(BOTH);
    await visitor.close();
    await page.close();
  });

  it('is not read where nothing is tagged, but once it goes to an article where something is', async () => {
    const tagged = await taggedSample();
    await access.grant(SITE);
    await painted(tagged).toEqual(BOTH);
    const path = new URL(tagged.url()).pathname;
    await tagged.close();
    const page = await visitor.openSample();
    await expect.poll(() => atWork(page), { timeout: 10_000 }).toMatchObject({ waiting: true });
    // Whatever the background has to do for this page is done before that for the next one.
    const next = await visitor.launched.browser.newPage();
    await next.goto(visitor.address(path));
    await painted(next).toEqual(BOTH);
    await next.close();
    expect(await atWork(page)).toEqual({ waiting: true, page: false });
    await badge(page).toBe('');
    await visitor.expectUntouched();

    await page.evaluate((to) => history.pushState(null, '', to), path);
    await painted(page).toEqual(BOTH);
    await badge(page).toBe('2');
    await page.evaluate(() => history.pushState(null, '', '/news/another'));
    await painted(page).toEqual({});
    await badge(page).toBe('');
    await visitor.close();
  });

  it('is asked for by a press in the popup, and listed in the settings', async () => {
    const page = await visitor.openSample();
    const popup = await visitor.tag('Quote', QUOTE);
    const box = '::-p-aria([name="Show my annotations on 127.0.0.1 without a click"][role="checkbox"])';
    // Nobody can answer what the browser asks then.
    await popup.evaluate(() => {
      chrome.permissions.request = async (asked) => {
        Object.assign(globalThis, { asked: { ...asked, byHand: navigator.userActivation.isActive } });
        return false;
      };
    });
    await (await popup.waitForSelector(box))?.click();
    expect(await popup.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual({ origins: [SITE], byHand: true });
    await access.grant(SITE);
    await popup.waitForSelector(`${box}:checked`);
    for (const look of LOOKS) {
      await wear(popup, look);
      expect(await violations(popup, { colours: look !== 'forced' })).toEqual([]);
    }
    await visitor.closePopup();

    const settings = await visitor.launched.browser.newPage();
    await settings.goto(`chrome-extension://${visitor.launched.extensionId}/options.html`);
    await settings.waitForSelector('::-p-aria([name="Withdraw: 127.0.0.1"][role="button"])');
    for (const look of LOOKS) {
      await wear(settings, look);
      expect(await violations(settings, { colours: look !== 'forced' })).toEqual([]);
    }
    await settings.close();
    await page.close();
  });

  it('shows at the icon what is tagged meanwhile', async () => {
    const page = await taggedSample();
    await access.grant(SITE);
    await badge(page).toBe('2');
    const other = await visitor.openSample();
    await visitor.tag('Quote', QUOTE);
    await visitor.closePopup();
    await badge(other).toBe('1');
    await visitor.close();
    await page.close();
  });
});
