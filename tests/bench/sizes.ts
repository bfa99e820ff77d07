import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The parts of the Chromium build that have a budget, in bytes after gzip. */
export interface PartSize {
  readonly part: string;
  readonly bytes: number;
  readonly budget: number;
}

const KB = 1000;

/** Weighs a build: what each part loads before anything is asked of it. */
export function weigh(build: string): PartSize[] {
  return [
    { part: 'page script', bytes: gzip(build, 'page.js') + gzip(build, 'assets/highlights.css'), budget: 55 * KB },
    { part: 'card script', bytes: gzip(build, 'card.js'), budget: 15 * KB },
    { part: 'popup, first load', bytes: firstLoad(build, 'popup.html'), budget: 70 * KB },
    { part: 'library, first view', bytes: firstLoad(build, 'library.html'), budget: 160 * KB },
    { part: 'background', bytes: gzip(build, 'background.js'), budget: 100 * KB },
  ];
}

const gzip = (build: string, file: string): number => gzipSync(readFileSync(join(build, file)), { level: 9 }).length;

/** A page with the scripts and styles it names, and what those import statically. */
function firstLoad(build: string, page: string): number {
  const html = readFileSync(join(build, page), 'utf8');
  const files = new Set([page]);
  const open = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  for (let file = open.pop(); file; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(build, file), 'utf8');
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    for (const [, name] of source.matchAll(/(?:^|[;}\s])(?:import|export)[^"'();]*?["']\.\/([^"']+\.js)["']/g)) {
      if (name) open.push(folder + name);
    }
  }
  return [...files].reduce((sum, file) => sum + gzip(build, file), 0);
}
