import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The parts of the Chromium build that have a budget, in bytes after gzip. */
export interface PartSize {
  readonly part: string;
  readonly bytes: number;
  readonly budget: number;
}

const KB = 1000;

/** Weighs a build: what each part loads before anything is asked of it, and the engine once it is. */
export function weigh(build: string): PartSize[] {
  return [
    { part: 'page script', bytes: gzip(build, 'page.js') + gzip(build, 'assets/highlights.css'), budget: 55 * KB },
    { part: 'script on trusted sites', bytes: gzip(build, 'trusted.js'), budget: 3 * KB },
    { part: 'card script', bytes: gzip(build, 'card.js'), budget: 15 * KB },
    { part: 'popup, first load', bytes: sum(build, firstLoad(build, 'popup.html')), budget: 70 * KB },
    { part: 'library, first view', bytes: sum(build, firstLoad(build, 'library.html')), budget: 160 * KB },
    { part: 'background', bytes: gzip(build, 'background.js'), budget: 100 * KB },
    { part: 'suggestion engine', bytes: sum(build, withImports(build, [chunkOf(build, 'suggest')])), budget: 45 * KB },
  ];
}

const gzip = (build: string, file: string): number => gzipSync(readFileSync(join(build, file)), { level: 9 }).length;

const sum = (build: string, files: readonly string[]): number =>
  files.reduce((bytes, file) => bytes + gzip(build, file), 0);

/** A page with the scripts and styles it names, and what those import statically. */
export function firstLoad(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  return [page, ...withImports(build, named)];
}

/** Files, and what they import statically. */
function withImports(build: string, named: readonly string[]): string[] {
  const files = new Set<string>();
  const open = [...named];
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
  return [...files];
}

/** The chunk that is named after a module, which Vite puts a hash behind. */
function chunkOf(build: string, module: string): string {
  const chunk = readdirSync(join(build, 'chunks')).find((file) => file.replace(/-[\w-]{8}\.js$/, '') === module);
  if (!chunk) throw new Error(`The build has no chunk for ${module}.`);
  return `chunks/${chunk}`;
}
