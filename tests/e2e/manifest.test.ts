import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../browser/run';

const ROOT = resolve(import.meta.dirname, '../..');

interface Manifest {
  manifest_version: number;
  incognito: string;
  permissions: string[];
  optional_host_permissions: string[];
  name: string;
  description: string;
  default_locale: string;
  action: { default_title: string };
  content_security_policy: { extension_pages: string };
  background: { service_worker?: string; scripts?: string[] };
  browser_specific_settings?: { gecko: { data_collection_permissions: unknown } };
}

/** What would widen what the extension may do or who may talk to it; none of these may be there. */
const WIDER = [
  'host_permissions',
  'optional_permissions',
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'sandbox',
] as const;

type Target = 'chrome' | 'firefox';

const outputOf = (browser: Target) => join(ROOT, '.output', `${browser}-mv3`);

/** The messages of a language that were built in, by their names. */
function messagesOf(browser: Target, locale: string): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(outputOf(browser), '_locales', locale, 'messages.json'), 'utf8'));
}

async function manifestOf(browser: Target): Promise<Manifest> {
  const file = join(outputOf(browser), 'manifest.json');
  if (!existsSync(file)) {
    await run(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser], ROOT);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe.each(['chrome', 'firefox'] as const)('the manifest of the build for %s', (browser) => {
  it('asks for what its features need, for no site, and for nothing else', async () => {
    const manifest = await manifestOf(browser);
    expect(manifest.manifest_version).toBe(3);
    const needed = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
    if (browser === 'chrome') needed.push('sidePanel');
    expect([...manifest.permissions].sort()).toEqual(needed.sort());
    for (const key of WIDER) expect(manifest).not.toHaveProperty(key);
  });

  it('lets a person grant it web sites, one by one or all, and none are granted from the start', async () => {
    const manifest = await manifestOf(browser);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  it('keeps the extension out of private windows', async () => {
    expect((await manifestOf(browser)).incognito).toBe('not_allowed');
  });

  it('says at the icon what it is for', async () => {
    const { action, default_locale } = await manifestOf(browser);
    expect(action.default_title).toBe('__MSG_extension_action__');
    expect(messagesOf(browser, default_locale).extension_action?.message).toBe('On Record: tag who said what');
  });

  it('presents itself in four languages, as briefly as the stores want it', async () => {
    const { name, description, default_locale } = await manifestOf(browser);
    expect([name, description, default_locale]).toEqual([
      '__MSG_extension_name__',
      '__MSG_extension_description__',
      'en',
    ]);
    const locales = readdirSync(join(outputOf(browser), '_locales')).sort();
    expect(locales).toEqual(['de', 'en', 'es', 'fr']);
    for (const locale of locales) {
      const messages = messagesOf(browser, locale);
      expect(messages.extension_name?.message).toBe('On Record');
      expect(messages.extension_description?.message).toMatch(/^.{40,132}$/u);
    }
  });

  it('lets extension pages run and load their own files only', async () => {
    const { content_security_policy: policy } = await manifestOf(browser);
    const directives = policy.extension_pages.split(';').map((directive) => directive.trim().split(/\s+/));
    const sources = Object.fromEntries(directives.map(([name = '', ...allowed]) => [name, allowed.join(' ')]));
    expect(Object.keys(policy)).toEqual(['extension_pages']);
    expect(sources).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });
});

it('runs the background as each browser wants it, and tells Firefox that no data is collected', async () => {
  const [chrome, firefox] = [await manifestOf('chrome'), await manifestOf('firefox')];
  expect(chrome.background).toEqual({ service_worker: 'background.js' });
  expect(firefox.background).toEqual({ scripts: ['background.js'] });
  expect(firefox.browser_specific_settings?.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});
