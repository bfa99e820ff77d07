/** One example: its features as column numbers, and the value of each. */
export interface Example {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly label: 0 | 1;
}

/** A bias and a weight a column. */
export interface Fit {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** How many earlier steps L-BFGS remembers. */
const MEMORY = 8;
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 20;

/**
 * Fits a logistic regression by L-BFGS (Nocedal & Wright, "Numerical Optimization", algorithm 7.4), to the sum of the
 * log losses and of half of each penalty times its squared weight. Deterministic: nothing is shuffled or drawn.
 */
export function logisticRegression(examples: readonly Example[], penalties: Float64Array, steps: number): Fit {
  const { length } = penalties;
  const biasPenalty = 1e-3;
  const w = new Float64Array(length + 1);
  const penaltyOf = (j: number) => (j === length ? biasPenalty : (penalties[j] ?? 0));
  const pool = flatten(examples, length);

  const lossAt = (at: Float64Array, gradient: Float64Array): number => {
    let loss = lossOf(pool, at, gradient);
    for (let j = 0; j <= length; j++) {
      const weight = at[j] ?? 0;
      loss += 0.5 * penaltyOf(j) * weight * weight;
      gradient[j] = (gradient[j] ?? 0) + penaltyOf(j) * weight;
    }
    return loss;
  };

  let gradient = new Float64Array(length + 1);
  let loss = lossAt(w, gradient);
  const history: Step[] = [];
  for (let round = 0; round < steps; round++) {
    const direction = descent(gradient, history);
    const slope = -dot(direction, gradient);
    let size = 1;
    let next = w;
    let nextGradient = gradient;
    let nextLoss = loss;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, size /= 2) {
      next = w.map((weight, j) => weight - size * (direction[j] ?? 0));
      nextGradient = new Float64Array(length + 1);
      nextLoss = lossAt(next, nextGradient);
      if (nextLoss <= loss + SUFFICIENT_DECREASE * size * slope) break;
    }
    const moved = next.map((weight, j) => weight - (w[j] ?? 0));
    const bent = nextGradient.map((value, j) => value - (gradient[j] ?? 0));
    const curvature = dot(moved, bent);
    if (curvature > 1e-10) history.push({ moved, bent, curvature });
    if (history.length > MEMORY) history.shift();
    const gained = loss - nextLoss;
    w.set(next);
    gradient = nextGradient;
    loss = nextLoss;
    if (gained < 1e-6 * loss) break;
  }
  return { bias: w[length] ?? 0, weights: w.subarray(0, length) };
}

interface Step {
  readonly moved: Float64Array;
  readonly bent: Float64Array;
  readonly curvature: number;
}

/** All examples in flat arrays, the bias being the last column of each. */
interface Pool {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly labels: Uint8Array;
}

function flatten(examples: readonly Example[], biasColumn: number): Pool {
  const size = examples.reduce((sum, { columns }) => sum + columns.length + 1, 0);
  const starts = new Int32Array(examples.length + 1);
  const columns = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  examples.forEach((example, i) => {
    example.columns.forEach((column, k) => {
      columns[at] = column;
      values[at++] = example.values[k] ?? 0;
    });
    columns[at] = biasColumn;
    values[at++] = 1;
    starts[i + 1] = at;
  });
  return {
    starts,
    columns,
    values,
    labels: Uint8Array.from(examples, ({ label }) => label),
  };
}

/** The sum of the log losses; its gradient is added to `gradient`. */
function lossOf({ starts, columns, values, labels }: Pool, w: Float64Array, gradient: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < labels.length; i++) {
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    const label = labels[i] as number;
    let z = 0;
    for (let k = from; k < to; k++) z += (w[columns[k] as number] as number) * (values[k] as number);
    loss += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, z) - label * z;
    const error = 1 / (1 + Math.exp(-z)) - label;
    for (let k = from; k < to; k++) {
      const j = columns[k] as number;
      gradient[j] = (gradient[j] as number) + error * (values[k] as number);
    }
  }
  return loss;
}

/** The two-loop recursion: the gradient times the inverse of what is known of the curvature. */
function descent(gradient: Float64Array, history: readonly Step[]): Float64Array {
  const q = gradient.slice();
  const shares: number[] = [];
  for (const { moved, bent, curvature } of [...history].reverse()) {
    const share = dot(moved, q) / curvature;
    shares.push(share);
    addTo(q, bent, -share);
  }
  const last = history.at(-1);
  const scale = last ? last.curvature / dot(last.bent, last.bent) : 1 / Math.sqrt(dot(gradient, gradient));
  for (let j = 0; j < q.length; j++) q[j] = (q[j] as number) * scale;
  for (const { moved, bent, curvature } of history) {
    addTo(q, moved, (shares.pop() ?? 0) - dot(bent, q) / curvature);
  }
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

function addTo(target: Float64Array, other: Float64Array, times: number): void {
  for (let j = 0; j < target.length; j++) target[j] = (target[j] as number) + (other[j] as number) * times;
}
