/** Why a file is refused as a whole. */
export const IMPORT_ERRORS = [
  /** None of the formats that can be read. */
  'unknown-format',
  /** Written by a newer On Record. */
  'newer-version',
  'not-utf8',
  /** JSON that can't be told apart into its items. */
  'not-json',
  /** Beyond the limits of `import-limits.ts`. */
  'too-large',
  'broken-zip',
] as const;
export type ImportErrorCode = (typeof IMPORT_ERRORS)[number];

/** A file that nothing is read from. `message` says in English, for developers, what exactly is wrong. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  /** Counted from 1; null where lines mean nothing. */
  readonly line: number | null;

  constructor(code: ImportErrorCode, message: string, line: number | null = null) {
    super(message);
    this.code = code;
    this.line = line;
  }
}
