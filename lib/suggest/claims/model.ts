import { featuresOf } from './features';
import type { Tokens } from './tokens';

/** A logistic regression over `featuresOf`. */
export interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

/** Log-odds that a person would want the statement checked; a long sentence is not ahead of a short one by its length. */
export function logOdds({ bias, weights }: Model, tokens: Tokens): number {
  const features = featuresOf(tokens);
  let sum = 0;
  for (const [feature, value] of features) sum += (weights.get(feature) ?? 0) * value;
  return bias + sum / Math.sqrt(features.size + 1);
}

/**
 * A model as its file holds it: three strings with one character a feature, in ascending order of the features. The
 * difference to the feature before stands in `high` (its multiple of 64) and `low` (the rest), which compresses to
 * within a few percent of what there is to know.
 */
export interface PackedModel {
  readonly bias: number;
  /** What one step of a weight is worth, in log-odds. */
  readonly step: number;
  readonly high: string;
  readonly low: string;
  /** Weights in steps, `MOST_STEPS` standing for zero. */
  readonly weights: string;
}

export const MOST_STEPS = 20;
const LOW = 64;

export function pack({ bias, weights }: Model, step: number): PackedModel {
  const packed = { bias, step, high: '', low: '', weights: '' };
  let before = 0;
  for (const [feature, weight] of [...weights].sort(([a], [b]) => a - b)) {
    const difference = feature - before;
    before = feature;
    packed.high += toCharacter(Math.floor(difference / LOW));
    packed.low += toCharacter(difference % LOW);
    packed.weights += toCharacter(Math.round(weight / step) + MOST_STEPS);
  }
  return packed;
}

export function unpack({ bias, step, high, low, weights }: PackedModel): Model {
  const found = new Map<number, number>();
  let feature = 0;
  for (let i = 0; i < weights.length; i++) {
    feature += fromCharacter(high.charCodeAt(i)) * LOW + fromCharacter(low.charCodeAt(i));
    found.set(feature, (fromCharacter(weights.charCodeAt(i)) - MOST_STEPS) * step);
  }
  return { bias, weights: found };
}

const FIRST = '#'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const LAST = '~'.charCodeAt(0);

/** Printable ASCII that JSON leaves as it is: from `#` on, without the backslash. */
function toCharacter(value: number): string {
  const code = value + FIRST + (value + FIRST >= BACKSLASH ? 1 : 0);
  if (value < 0 || code > LAST) throw new RangeError(`${value} does not fit in one character of the packed model.`);
  return String.fromCharCode(code);
}

const fromCharacter = (code: number): number => code - FIRST - (code > BACKSLASH ? 1 : 0);
