import { featuresOf } from './features';
import { decodeRice, encodeRice } from './rice-code';
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

/** A model as its file holds it, in ascending order of the features. */
export interface PackedModel {
  readonly bias: number;
  /** What one step of a weight is worth, in log-odds. */
  readonly step: number;
  /** The difference of each feature to the one before. */
  readonly gaps: string;
  /** Weights in steps: 1, -1, 2, -2 … as 0, 1, 2, 3 … */
  readonly weights: string;
}

/** Of some 6,500 features in 2^18 every fortieth is known: 32 is the power of two for the rests. */
const GAP_BITS = 5;
const WEIGHT_BITS = 0;

/** Rounds each weight to a multiple of `step`, and leaves out those that become none. */
export function pack({ bias, weights }: Model, step: number): PackedModel {
  const rounded = [...weights]
    .map(([feature, weight]): [number, number] => [feature, Math.round(weight / step)])
    .filter(([, steps]) => steps !== 0)
    .sort(([a], [b]) => a - b);
  const gaps = rounded.map(([feature], i) => feature - (rounded[i - 1]?.[0] ?? 0));
  const signed = rounded.map(([, steps]) => 2 * (Math.abs(steps) - 1) + (steps < 0 ? 1 : 0));
  return { bias, step, gaps: encodeRice(gaps, GAP_BITS), weights: encodeRice(signed, WEIGHT_BITS) };
}

export function unpack({ bias, step, gaps, weights }: PackedModel): Model {
  const signed = decodeRice(weights, WEIGHT_BITS);
  let feature = 0;
  const found = decodeRice(gaps, GAP_BITS).map((gap, i): [number, number] => {
    feature += gap;
    const number = signed[i] ?? 0;
    return [feature, (Math.floor(number / 2) + 1) * (number % 2 === 0 ? step : -step)];
  });
  return { bias, weights: new Map(found) };
}
