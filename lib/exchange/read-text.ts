import { ImportError } from './import-error';
import { MAX_FILE } from './import-limits';

/** How much is read at once, in bytes. */
const CHUNK = 1_000_000;

/**
 * The text of a UTF-8 file, piece by piece; a byte order mark is left out.
 * @throws ImportError `too-large`, or `not-utf8` rather than read other words than were written
 */
export async function* readText(file: Blob): AsyncGenerator<string> {
  if (file.size > MAX_FILE) throw new ImportError('too-large', `The file has ${file.size} bytes.`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = await file.slice(at, at + CHUNK).arrayBuffer();
    yield decode(decoder, bytes, at + CHUNK >= file.size);
  }
}

function decode(decoder: TextDecoder, bytes: ArrayBuffer, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch (error) {
    throw new ImportError('not-utf8', error instanceof Error ? error.message : String(error));
  }
}
