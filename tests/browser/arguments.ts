import { parseArgs } from 'node:util';

export interface StartArguments {
  help: boolean;
  /** Do the whole job without a screen and leave the results in `out`. */
  headless: boolean;
  out: string | null;
  /** An HTML file or a URL to open in place of the sample. */
  page: string | null;
  /** Install a missing browser without asking. */
  yes: boolean;
}

export const USAGE = `npm start                               opens a browser with On Record on a sample news article
npm start -- --page FILE.html           opens your own page instead (a file or a URL)
npm start -- --headless --out DIR       does the whole job without a screen: tags, exports, leaves the JSON and
                                        screenshots in DIR (works with --page, too)
npm start -- --yes                      installs Chromium first if there is no browser (Debian, as root)
npm start -- --help                     shows this`;

/** The command line was not understood; `message` says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads what follows `npm start --`.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): StartArguments {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const { help = false, headless = false, yes = false, out = null, page = null } = values;
  if (!help && headless && !out) throw new UsageError('--headless needs --out DIR, where the results go.');
  if (!help && out !== null && !headless) throw new UsageError('--out only goes with --headless.');
  if (out === '' || page === '') throw new UsageError('--out and --page need a value.');
  return { help, headless, yes, out, page };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      help: { type: 'boolean', short: 'h' },
      headless: { type: 'boolean' },
      out: { type: 'string' },
      page: { type: 'string' },
      yes: { type: 'boolean', short: 'y' },
    },
  }).values;
