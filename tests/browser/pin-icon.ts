import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts the icon into the toolbar of a fresh profile: Chromium reads which ones to show from its preferences. */
export function pinIcon(userDataDir: string, extensionDir: string): void {
  const profile = join(userDataDir, 'Default');
  mkdirSync(profile, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [unpackedId(extensionDir)] } };
  writeFileSync(join(profile, 'Preferences'), JSON.stringify(preferences));
}

/**
 * The id that Chromium gives to an unpacked extension: the first half of the SHA-256 of its path, in the letters a to p.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/id_util.cc
 */
function unpackedId(extensionDir: string): string {
  const digest = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}
