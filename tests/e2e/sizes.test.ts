import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLoad, weigh } from '../bench/sizes';
import { EXTENSION_DIR } from '../browser/launch';

/** What each part may weigh after gzip and, lest an empty list weigh nothing, what it weighs at least; in bytes. */
const LIMITS = {
  'page script': { most: 55_000, least: 20_000 },
  'script on trusted sites': { most: 3_000, least: 500 },
  'card script': { most: 15_000, least: 5_000 },
  'popup, first load': { most: 70_000, least: 30_000 },
  'library, first view': { most: 160_000, least: 40_000 },
  background: { most: 100_000, least: 50_000 },
  'suggestion engine': { most: 45_000, least: 20_000 },
};

/** A name that Dexie and none of our own code bears, and that a minifier keeps: databases are told by it. */
const DEXIE = '__dbnames';

/** One of the engine's words, which none of the interface's has. */
const ENGINE = 'congresswoman';

const built = (file: string) => readFileSync(join(EXTENSION_DIR, file), 'utf8');

describe('the build for Chromium', () => {
  const parts = new Map(weigh(EXTENSION_DIR).map((size) => [size.part, size]));

  it.each(Object.entries(LIMITS))('keeps the budget of the %s', (part, { most, least }) => {
    const size = parts.get(part);
    expect(size?.budget).toBe(most);
    expect(size?.bytes).toBeLessThanOrEqual(most);
    expect(size?.bytes).toBeGreaterThan(least);
  });

  it('has the suggestion engine in a chunk of its own, which no page loads at first', () => {
    const holders = readdirSync(EXTENSION_DIR, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.js') && built(file).includes(ENGINE),
    );
    expect(holders).toEqual([expect.stringMatching(/^chunks\/suggest-/)]);
    for (const page of ['popup.html', 'sidepanel.html'])
      expect(firstLoad(EXTENSION_DIR, page)).not.toContain(holders[0]);
  });

  it('brings no database onto the page: Dexie stays in the background and the popup', () => {
    expect(built('background.js')).toContain(DEXIE);
    for (const script of ['page.js', 'card.js', 'trusted.js']) {
      expect(built(script)).not.toContain(DEXIE);
      expect(built(script)).not.toMatch(/indexedDB|Dexie/);
    }
  });
});
