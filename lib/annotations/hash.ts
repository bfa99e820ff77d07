import type { SnapshotHash } from './passage';

/**
 * The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. A lone surrogate counts as U+FFFD, as the Encoding
 * Standard has it, so that every string has a hash.
 */
export async function sha256Hex(text: string): Promise<SnapshotHash> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
