// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newest } from '../../browser/build';
import { hasDisplay } from '../../browser/visit';

it('knows the youngest file of a folder, however deep, and that a file was removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-newest-'));
  try {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/young'), '');
    utimesSync(join(folder, 'a/b/young'), 3000, 3000);
    for (const old of ['a/b', 'a', '']) utimesSync(join(folder, old), 1000, 1000);
    expect(newest(folder)).toBe(3_000_000);
    rmSync(join(folder, 'a/b/young'));
    expect(newest(folder)).toBeGreaterThan(3_000_000);
    expect(newest(join(folder, 'never'))).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('opens a window on Linux only where there is a display server', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
});
