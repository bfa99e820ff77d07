import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Family } from '../browser/find-browser';
import { launchChromium } from '../browser/launch';
import { launchFirefox } from '../browser/launch-firefox';
import { bundleEngine } from './engine';

/** A browser whose pages all get a content script, in a world of its own as the page script is. */
export interface ScriptedBrowser {
  open(url: string): Promise<Page>;
  /** Calls a function that the script exports, with arguments and a result that JSON can hold. */
  call(page: Page, name: string, ...args: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Answers an event of the page's with the result of a call, both in attributes: Firefox hands no objects across. */
const LISTENER = `
document.addEventListener('script-call', () => {
  const { call } = document.documentElement.dataset;
  const [name, args] = JSON.parse(call);
  const answer = (reply) => { document.documentElement.dataset.reply = JSON.stringify(reply); };
  try { answer({ value: engine[name](...args) ?? null }); } catch (error) { answer({ error: String(error) }); }
});
document.documentElement.dataset.ready = '';`;

/** Opens a browser whose pages get what `source` exports. */
export async function launchScripted(family: Family, source: string): Promise<ScriptedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-script-'));
  writeFileSync(join(folder, 'script.js'), `${await bundleEngine(source)}${LISTENER}`);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Parts of On Record',
      version: '1',
      host_permissions: ['http://127.0.0.1/*'],
      content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['script.js'] }],
      ...(family === 'firefox' && { browser_specific_settings: { gecko: { id: 'parts@on-record.example' } } }),
    }),
  );
  const launch = family === 'firefox' ? launchFirefox : launchChromium;
  const { browser, close } = await launch({ extensionDir: folder });
  return {
    async open(url) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 800 });
      await page.goto(url);
      await page.waitForSelector('[data-ready]');
      return page;
    },
    async call(page, name, ...args) {
      const reply = await page.evaluate(
        (call) => {
          document.documentElement.dataset.call = call;
          document.dispatchEvent(new Event('script-call'));
          return document.documentElement.dataset.reply ?? '';
        },
        JSON.stringify([name, args]),
      );
      const { value, error } = JSON.parse(reply) as { value?: unknown; error?: string };
      if (error !== undefined) throw new Error(`${name}: ${error}`);
      return value;
    },
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
