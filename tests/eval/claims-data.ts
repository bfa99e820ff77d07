import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Where ClaimBuster's sentences lie, beside the project. */
export const TRAINING_DATA = '../shared/eval/claims/train.jsonl';

/** A sentence with what people said of it: 1 when it holds a factual claim worth checking. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly label: 0 | 1;
}

/** Reads rows of JSON, one a line. Throws when the file is absent. */
export function readLines<Row>(file: string): Row[] {
  if (!existsSync(file))
    throw new Error(`${file} is not here. It is no part of the project: see the README, “Claims”.`);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
