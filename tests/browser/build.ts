import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXTENSION_DIR } from './launch.ts';
import { run } from './run.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the build is made from. */
const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'locales',
  'public',
  'package-lock.json',
  'package.json',
  'wxt.config.ts',
];

/**
 * A build in which a test can do what a person could: its layers on a page have open roots, which axe can look into, and
 * it may be let into 127.0.0.1 without the browser asking anybody.
 */
export const TESTING_DIR = `${EXTENSION_DIR}-testing`;

/** Builds the extension for Chromium, unless what is built is younger than everything it is made from. */
export async function buildIfStale(mode: 'production' | 'testing' = 'production'): Promise<void> {
  const built = newest(join(mode === 'testing' ? TESTING_DIR : EXTENSION_DIR, 'manifest.json'));
  if (built > Math.max(...SOURCES.map((name) => newest(join(ROOT, name))))) return;
  await run(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--mode', mode], ROOT);
}

/**
 * When a file, or anything in a folder, changed last, in ms; 0 if it is not there. A folder's own time counts as well:
 * it tells of files that were removed.
 */
export function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
