import * as v from 'valibot';

/** What can go wrong, as a program reads it. */
export const FAILURE_CODES = [
  'forbidden-page',
  'too-large',
  'no-page',
  'mixed-selection',
  'invalid-message',
  'invalid-record',
  'not-found',
  'quota-exceeded',
  'storage-blocked',
  'storage-failed',
  'unreachable',
] as const;
export const FailureCode = v.picklist(FAILURE_CODES);
export type FailureCode = v.InferOutput<typeof FailureCode>;

/** A failure as it travels between contexts: `message` is a sentence that a person can act on. */
export const Failure = v.object({ code: FailureCode, message: v.string() });
export type Failure = v.InferOutput<typeof Failure>;

/** An error that a person is told about. `message` is a sentence they can act on. */
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
export function toFailure(error: unknown, code: FailureCode = 'storage-failed'): Failure {
  if (error instanceof OnRecordError) return error.toFailure();
  return { code, message: error instanceof Error ? error.message : String(error) };
}
