// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PageServer, servePages } from '../../browser/serve';

let folder: string;
let server: PageServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-serve-'));
  mkdirSync(join(folder, 'page_files'));
  writeFileSync(join(folder, 'page_files', 'a.css'), 'p{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await servePages({ '/a.html': 'first' }, { '/page_files/': join(folder, 'page_files') });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path as it is, where `fetch` would tidy it up first. */
const get = (path: string) =>
  new Promise<{ status: number | undefined; type: string | undefined; body: string }>((done, fail) => {
    request(server.origin, { path }, async (response) => {
      const body = (await response.toArray()).join('');
      done({ status: response.statusCode, type: response.headers['content-type'], body });
    })
      .once('error', fail)
      .end();
  });

describe('the page server', () => {
  it('listens on 127.0.0.1 only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves a page, and its next version when it was replaced', async () => {
    expect((await get('/a.html')).body).toBe('first');
    server.set('/a.html', 'second');
    expect((await get('/a.html')).body).toBe('second');
  });

  it('sends the headers of a page', async () => {
    server.set('/csp', 'x', { 'content-security-policy': "script-src 'none'" });
    const response = await fetch(server.url('/csp'));
    expect(response.headers.get('content-security-policy')).toBe("script-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('serves what lies beside a saved page', async () => {
    expect(await get('/page_files/a.css')).toEqual({ status: 200, type: 'text/css', body: 'p{}' });
  });

  it.each(['/secret.txt', '/page_files/..%2Fsecret.txt', '/page_files/../secret.txt', '/page_files/', '/%zz', '/none'])(
    'has nothing at %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(404);
      expect(body).not.toContain('secret');
    },
  );
});
