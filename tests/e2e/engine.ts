import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');
/** Pages and figures that the project is judged by; they are not part of it, and a stranger does not have them. */
export const SHARED = resolve(ROOT, '../shared');

/** A folder of `shared/`, or null, said aloud, when it is not there. */
export function sharedFolder(path: string): string | null {
  const folder = join(SHARED, path);
  if (existsSync(folder)) return folder;
  console.warn(
    `Skipped: ${folder} is not here. These pages belong to their publishers and are not part of the project.`,
  );
  return null;
}

/** The engine as one script for a page's own world: what `source` exports stands in `globalThis.engine`. */
export async function bundleEngine(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    alias: { '@': ROOT },
    target: 'chrome128',
    footer: { js: 'globalThis.engine = engine;' },
  });
  return outputFiles[0]?.text ?? '';
}

/** The pages of the extraction corpus: `{name, html, url}`, the address being that of the original. */
export function corpusPages(folder: string): { name: string; html: string; url: string }[] {
  return ['aeb', 'readability'].flatMap((set) =>
    readdirSync(join(folder, set)).map((name) => {
      const meta = JSON.parse(readFileSync(join(folder, set, name, 'meta.json'), 'utf8')) as { url?: string };
      return {
        name: `${set}/${name}`,
        html: readFileSync(join(folder, set, name, 'source.html'), 'utf8'),
        url: meta.url ?? 'https://news.example/article',
      };
    }),
  );
}

/** Headers under which a page neither runs scripts of its own nor loads anything. */
export const INERT: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'none'; form-action 'none'",
};
