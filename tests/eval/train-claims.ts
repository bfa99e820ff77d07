/**
 * `npm run train:claims`: fits the claims model to ClaimBuster's sentences and writes lib/suggest/claims/weights.json.
 * With `--cross-validate` it writes nothing and only prints the scores.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { featuresOf } from '../../lib/suggest/claims/features';
import { logOdds, type Model, pack, unpack } from '../../lib/suggest/claims/model';
import { type Tokens, tokenise } from '../../lib/suggest/claims/tokens';
import { averagePrecision } from './average-precision';
import { type Labelled, readLines, sha256, TRAINING_DATA } from './claims-data';
import { type Example, logisticRegression } from './logistic-regression';

const WEIGHTS_FILE = 'lib/suggest/claims/weights.json';

const FOLDS = 5;
/** A feature seen less often is not learned. */
const LEAST_COUNT = 5;
/** How many features are kept, those of the greatest weight, before the model is fitted again. */
const FEATURES = 6_500;
/** How strongly weights are drawn to zero. */
const PENALTY = 0.15;
const STEPS = 200;
/** What one step of a packed weight is worth. */
const STEP = 0.9;

interface Row extends Labelled {
  readonly tokens: Tokens;
  readonly features: ReadonlyMap<number, number>;
}

/** The weight of each feature in `vocabulary`, fitted to `rows`. */
function fitTo(rows: readonly Row[], vocabulary: readonly number[]): Model {
  const columns = new Map(vocabulary.map((feature, column) => [feature, column]));
  const examples = rows.map(({ features, label }): Example => {
    const known = [...features].flatMap(([feature, value]) => {
      const column = columns.get(feature);
      return column === undefined ? [] : [{ column, value: value / Math.sqrt(features.size + 1) }];
    });
    return { columns: known.map(({ column }) => column), values: known.map(({ value }) => value), label };
  });
  const { bias, weights } = logisticRegression(examples, new Float64Array(vocabulary.length).fill(PENALTY), STEPS);
  return { bias, weights: new Map(vocabulary.map((feature, column) => [feature, weights[column] ?? 0])) };
}

/** Fits, keeps the features of the greatest weight, fits again, and rounds. */
function train(rows: readonly Row[]): Model {
  const counts = new Map<number, number>();
  for (const { features } of rows) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature);
  const kept = [...fitTo(rows, common).weights]
    .sort(([a, v], [b, w]) => Math.abs(w) - Math.abs(v) || a - b)
    .slice(0, FEATURES)
    .map(([feature]) => feature);
  return unpack(pack(fitTo(rows, kept), STEP));
}

/** Folds are contiguous ranges of ids: neighbouring sentences of a debate never part. */
function crossValidate(rows: readonly Row[]) {
  const foldOf = (i: number) => Math.floor((i * FOLDS) / rows.length);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(rows.filter((_, i) => foldOf(i) !== fold));
    return rows
      .filter((_, i) => foldOf(i) === fold)
      .map(({ tokens, label }) => ({ score: logOdds(model, tokens), label }));
  });
  const each = folds.map(averagePrecision);
  return {
    folds: FOLDS,
    averagePrecision: round(each.reduce((sum, value) => sum + value, 0) / FOLDS),
    ofEachFold: each.map(round).join(' '),
    ofAllFoldsAsOne: round(averagePrecision(folds.flat())),
  };
}

const round = (value: number): number => Number(value.toFixed(4));

const rows = readLines<Labelled>(TRAINING_DATA)
  .sort((a, b) => Number(a.id) - Number(b.id))
  .map((row): Row => {
    const tokens = tokenise(row.text);
    return { ...row, tokens, features: featuresOf(tokens) };
  });

const scores = crossValidate(rows);
console.log(scores);
if (!process.argv.includes('--cross-validate')) {
  const packed = pack(train(rows), STEP);
  const file = {
    made: {
      command: 'npm run train:claims',
      data: {
        file: TRAINING_DATA,
        sha256: sha256(TRAINING_DATA),
        sentences: rows.length,
        from: 'ClaimBuster (Arslan, Hassan, Li, Tremayne 2020), https://doi.org/10.5281/zenodo.3609356, CC BY 4.0, as regrouped by CLEF CheckThat! 2024',
      },
      crossValidation: scores,
    },
    ...packed,
  };
  const json = `${JSON.stringify(file, null, 2)}\n`;
  writeFileSync(WEIGHTS_FILE, json);
  console.log(
    `${WEIGHTS_FILE}: ${unpack(packed).weights.size} features, ${gzipSync(json, { level: 9 }).length} bytes gzip`,
  );
}
