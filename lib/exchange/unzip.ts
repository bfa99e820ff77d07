import { unzipSync } from 'fflate';
import { ImportError } from './import-error';
import { MAX_UNPACKED, MAX_WHOLE } from './import-limits';

/** The files within a zip, by their path. @throws ImportError `broken-zip`, or `too-large` before anything is unpacked */
export async function unzipped(file: Blob): Promise<Map<string, Blob>> {
  if (file.size > MAX_WHOLE) throw new ImportError('too-large', `The zip has ${file.size} bytes.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let total = 0;
  const fits = ({ originalSize }: { originalSize: number }) => {
    total += originalSize;
    if (total > MAX_UNPACKED) throw new ImportError('too-large', `The zip holds ${total} bytes or more.`);
    return true;
  };
  const files = unpack(bytes, fits);
  return new Map(Object.entries(files).map(([name, data]) => [name, new Blob([data])]));
}

/** At one go: the workers that would do it aside are forbidden by the policy of extension pages. */
function unpack(bytes: Uint8Array, filter: (file: { originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('broken-zip', error instanceof Error ? error.message : String(error));
  }
}
