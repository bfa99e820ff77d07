import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const START = resolve(import.meta.dirname, '../browser/start.ts');
const { tags: TAGS }: { tags: { kind: string; segments: string[]; speaker: string; role?: string }[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/sample/tags.json'), 'utf8'),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm start -- ARGS` without npm, on a machine without a screen. */
const start = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((done, fail) => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...rest } = process.env;
    const child = spawn(process.execPath, [START, ...args], { env: { ...rest, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });

interface Exported {
  format: string;
  articles: { title: string; snapshots: { hash: string; text: string }[] }[];
  speakers: { id: string; name: string; role: string }[];
  annotations: {
    kind: string;
    segments: { snapshot: string; quote: { exact: string }; position: { start: number; end: number } }[];
    attribution: {
      speakerId: string;
      mention: { quote: { exact: string } } | null;
      cue: { quote: { exact: string } } | null;
    };
  }[];
}

function readExport(): Exported {
  const [name, ...others] = readdirSync(folder).filter((file) => file.endsWith('.json'));
  expect(others).toEqual([]);
  return JSON.parse(readFileSync(join(folder, name ?? ''), 'utf8'));
}

describe('npm start -- --headless', () => {
  it('does the whole job on the sample and leaves the export and the pictures', async () => {
    const { code, stdout, stderr } = await start(['--headless', '--out', folder]);
    expect(stderr).toBe('');
    expect(code).toBe(0);

    const exported = readExport();
    expect(exported.format).toBe('on-record');
    expect(exported.articles[0]?.title).toBe('Harbour cities agree on a common tide fund after two days of talks');

    const speakers = new Map(exported.speakers.map((speaker) => [speaker.id, speaker]));
    const said = exported.annotations.map(({ kind, segments, attribution }) => ({
      kind,
      segments: segments.map(({ quote }) => quote.exact),
      speaker: speakers.get(attribution.speakerId)?.name,
    }));
    expect(said).toHaveLength(TAGS.length);
    for (const { kind, segments, speaker } of TAGS) expect(said).toContainEqual({ kind, segments, speaker });
    const tavares = exported.annotations.find(({ segments }) => segments[0]?.quote.exact.startsWith('Nobody has said'));
    expect(tavares?.attribution.mention?.quote.exact).toBe('Joao Tavares');
    expect(tavares?.attribution.cue?.quote).toMatchObject({ exact: 'said', suffix: expect.stringMatching(/^ Joao/) });
    expect(exported.speakers).toHaveLength(new Set(TAGS.map(({ speaker }) => speaker)).size);
    for (const { speaker, role } of TAGS.filter((entry) => entry.role)) {
      expect(exported.speakers).toContainEqual(expect.objectContaining({ name: speaker, role }));
    }

    const texts = new Map(
      exported.articles.flatMap(({ snapshots }) => snapshots.map((s) => [s.hash, s.text] as const)),
    );
    for (const { snapshot, position, quote } of exported.annotations.flatMap(({ segments }) => segments)) {
      expect(texts.get(snapshot)?.slice(position.start, position.end)).toBe(quote.exact);
    }

    expect(stdout).toContain('5 quotes, 3 claims, 1 speaker mention; 6 speakers');
    for (const name of ['page.png', 'popup.png', 'popup-dark.png']) {
      expect(stdout).toContain(join(folder, name));
      expect(PNG.sync.read(readFileSync(join(folder, name))).width).toBeGreaterThan(300);
    }
    expect(brightness('popup.png')).toBeGreaterThan(brightness('popup-dark.png') + 100);
  }, 240_000);

  it('tags the first quotation of another page', async () => {
    const filler = 'The council met in the long room on Monday and did not leave it before the lamps were lit. ';
    const page = join(folder, 'my page, saved.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>Lamps</title><article><h1>Lamps</h1>${`<p>${filler.repeat(4)}</p>`.repeat(4)}
       <p>${filler}“We had run out of oil, and of patience,” said the clerk.</p></article>`,
    );
    const { code, stderr } = await start(['--headless', '--out', folder, '--page', page]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { annotations } = readExport();
    expect(annotations.map(({ kind, segments }) => [kind, segments[0]?.quote.exact])).toEqual([
      ['quote', 'We had run out of oil, and of patience,'],
    ]);
  });

  it('ends with a sentence and 1 when the page is not there', async () => {
    const { code, stderr } = await start(['--headless', '--out', folder, '--page', join(folder, 'none.html')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no file .*none\.html\.\n$/);
  });

  it('ends with a sentence and 1 when nothing on the page can be tagged', async () => {
    const page = join(folder, 'empty.html');
    writeFileSync(page, '<title>Nothing</title>');
    const { code, stderr } = await start(['--headless', '--out', folder, '--page', page]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The page has no paragraph .*\n$/);
  });
});

describe('npm start', () => {
  it('names the way without a screen when there is no screen', async () => {
    const { code, stderr } = await start([]);
    expect(code).toBe(1);
    expect(stderr).toContain('npm start -- --headless --out DIR');
  });

  it('says how to install a browser when there is none', async () => {
    const { code, stderr } = await start(['--headless', '--out', folder], { PATH: folder, ON_RECORD_BROWSER: '' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^No Chromium, Chrome or Edge was found/);
  });

  it('shows the usage and ends with 2 when it does not know a flag', async () => {
    const { code, stderr } = await start(['--fast']);
    expect(code).toBe(2);
    expect(stderr).toContain('--page FILE.html');
  });
});

function brightness(name: string): number {
  const { data } = PNG.sync.read(readFileSync(join(folder, name)));
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum += data[i] ?? 0;
  return sum / (data.length / 4);
}
