import * as v from 'valibot';

/** What can go wrong: one code for each sentence that a person needs. The views choose the sentence, in their language. */
export const FAILURE_CODES = [
  'forbidden-page',
  'no-grant',
  'no-address',
  'too-large',
  'no-page',
  'stale-page',
  'empty-selection',
  'mixed-selection',
  'invalid-message',
  'invalid-record',
  'already-part',
  'speaker-gone',
  'passage-deleted',
  'passage-gone',
  'passage-purged',
  'not-kept',
  'nothing-to-export',
  'unreadable-export',
  'damaged-export',
  'quota-exceeded',
  'storage-blocked',
  'storage-failed',
  'storage-newer',
  'unreadable',
  'unreachable',
  'unreachable-kept',
  'unreachable-lost',
  'unexpected',
] as const;
export const FailureCode = v.picklist(FAILURE_CODES);
export type FailureCode = v.InferOutput<typeof FailureCode>;

/** A failure as it travels between contexts: `message` says in English, for developers, what exactly is wrong. */
export const Failure = v.object({ code: FailureCode, message: v.string() });
export type Failure = v.InferOutput<typeof Failure>;

/** An error that a person is told about, by its code. */
export class OnRecordError extends Error {
  override readonly name = 'OnRecordError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message };
  }
}

/** Whatever was thrown, as a failure to show; unknown errors keep their own words. */
export function toFailure(error: unknown, code: FailureCode = 'unexpected'): Failure {
  if (error instanceof OnRecordError) return error.toFailure();
  return { code, message: error instanceof Error ? error.message : String(error) };
}
