import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** Extra response headers by name, such as a page's own Content-Security-Policy. */
export type Headers = Readonly<Record<string, string>>;

export interface PageServer {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  origin: string;
  /** Puts or replaces what is answered at a path. */
  set(path: string, body: string | Uint8Array, headers?: Headers): void;
  /** The full address of a path. */
  url(path: string): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves pages from memory on a free port of 127.0.0.1; nothing is cached, so a page can change between two requests.
 * `folders`: what lies in these folders is served, too, each under its path.
 */
export async function servePages(
  pages: Readonly<Record<string, string | Uint8Array>> = {},
  folders: Readonly<Record<string, string>> = {},
): Promise<PageServer> {
  const shelf = new Map<string, { body: string | Uint8Array; headers: Headers }>();
  const set: PageServer['set'] = (path, body, headers = {}) => {
    shelf.set(path, { body, headers });
  };
  for (const [path, body] of Object.entries(pages)) set(path, body);

  const server = createServer((request, response) => {
    const path = pathOf(request);
    const body = shelf.has(path) ? undefined : readUnder(folders, path);
    const found = body ? { body, headers: {} } : shelf.get(path);
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('Not found');
      return;
    }
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...found.headers }).end(found.body);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server got no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    set,
    url: (path) => `${origin}${path}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

/** The file that a path names below one of the folders, and never one outside of it. */
function readUnder(folders: Readonly<Record<string, string>>, path: string): Uint8Array | undefined {
  for (const [prefix, folder] of Object.entries(folders)) {
    const file = resolve(join(folder, path.slice(prefix.length)));
    const isBelow = path.startsWith(prefix) && file.startsWith(resolve(folder) + sep);
    if (isBelow && statSync(file, { throwIfNoEntry: false })?.isFile()) return readFileSync(file);
  }
  return undefined;
}

/** The path that is asked for, decoded; one that can't be decoded names nothing. */
function pathOf(request: IncomingMessage): string {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
