import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Download {
  path: string;
  fileName: string;
  text: string;
}

/** Chromium and Firefox write under one of these names until a download is whole; Firefox keeps its place with an empty file. */
const UNFINISHED = /\.crdownload$|^\.(?:com|org)\.|\.part$/;

/**
 * Does `act` and waits for the file that it downloads into `folder`.
 * @throws Error when none has arrived after `timeout` ms.
 */
export async function downloadedBy(folder: string, act: () => Promise<void>, timeout = 15_000): Promise<Download> {
  const before = finished(folder);
  await act();
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    const [fileName] = [...finished(folder)].find(([name, written]) => before.get(name) !== written) ?? [];
    if (fileName !== undefined) {
      const path = join(folder, fileName);
      return { path, fileName, text: readFileSync(path, 'utf8') };
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No download arrived in ${folder} within ${timeout} ms.`);
}

/** When each whole file was written: under automation, Chromium overwrites a file of the same name. */
function finished(folder: string): Map<string, number> {
  const names = readdirSync(folder).filter((name) => !UNFINISHED.test(name));
  return new Map(
    names.flatMap((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found && found.size > 0 ? [[name, found.mtimeMs] as const] : [];
    }),
  );
}
