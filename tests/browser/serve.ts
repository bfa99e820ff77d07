import { createServer, type IncomingMessage } from 'node:http';
import { extname } from 'node:path';

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

/** Serves pages from memory on a free port of 127.0.0.1; nothing is cached, so a page can change between two requests. */
export async function servePages(pages: Readonly<Record<string, string | Uint8Array>> = {}): Promise<PageServer> {
  const shelf = new Map<string, { body: string | Uint8Array; headers: Headers }>();
  const set: PageServer['set'] = (path, body, headers = {}) => {
    shelf.set(path, { body, headers });
  };
  for (const [path, body] of Object.entries(pages)) set(path, body);

  const server = createServer((request, response) => {
    const path = pathOf(request);
    const found = shelf.get(path);
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

const pathOf = (request: IncomingMessage) => decodeURI(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
