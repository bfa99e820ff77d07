// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FEATURE_BITS } from '@/lib/suggest/claims/features';
import { MOST_STEPS, pack, unpack } from '@/lib/suggest/claims/model';
import { checkWorthiness } from '@/lib/suggest/claims/score';
import weights from '@/lib/suggest/claims/weights.json';
import { sha256, TRAINING_DATA } from '../../../eval/claims-data';

const ROOT = join(import.meta.dirname, '../../../..');
const { made } = weights;

const hasData = existsSync(TRAINING_DATA);
if (!hasData) console.warn(`Not tested: the data's hash, ${TRAINING_DATA} not being here.`);

describe('the weights file', () => {
  it('says which command made it, from what, and how well it scored', () => {
    const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
    expect(scripts).toHaveProperty(made.command.replace('npm run ', ''));
    expect(made.data.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(made.data.from).toContain('10.5281/zenodo.3609356');
    expect(made.crossValidation.averagePrecision).toBeGreaterThanOrEqual(0.76);
  });

  it.runIf(hasData)('was made from the data that lies beside the project', () => {
    expect(sha256(TRAINING_DATA)).toBe(made.data.sha256);
  });

  it('weighs less than 24 kB', () => {
    const file = readFileSync(join(ROOT, 'lib/suggest/claims/weights.json'));
    expect(gzipSync(file, { level: 9 }).length).toBeLessThan(24_000);
  });

  it('holds as many weights as features, each within the features’ bits', () => {
    expect(weights.high).toHaveLength(weights.weights.length);
    expect(weights.low).toHaveLength(weights.weights.length);
    const features = [...unpack(weights).weights.keys()];
    expect(features.length).toBeGreaterThan(1000);
    expect(Math.max(...features)).toBeLessThan(2 ** FEATURE_BITS);
    expect(features).toEqual([...new Set(features)].sort((a, b) => a - b));
  });

  it('credits its data where the extension ships it', () => {
    expect(readFileSync(join(ROOT, 'public/NOTICE.txt'), 'utf8')).toContain('10.5281/zenodo.3609356');
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(readme.includes('10.5281/zenodo.3609356')).toBe(true);
  });
});

describe('a packed model', () => {
  const step = 0.5;
  const model = {
    bias: -1.25,
    weights: new Map([
      [3, 0.5],
      [70, -MOST_STEPS * step],
      [71, MOST_STEPS * step],
      [5000, -1.5],
    ]),
  };

  it('unpacks to what was packed', () => {
    expect(unpack(pack(model, step))).toEqual(model);
  });

  it('refuses what does not fit in its characters', () => {
    const far = { bias: 0, weights: new Map([[2 ** FEATURE_BITS, 0.5]]) };
    expect(() => pack(far, step)).toThrow(RangeError);
  });
});

describe('the score of a sentence', () => {
  it('is a probability, the same each time', () => {
    const sentence = 'We lost 12,000 jobs in the last three years.';
    const score = checkWorthiness(sentence, 'en');
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThan(1);
    expect(checkWorthiness(sentence, 'en')).toBe(score);
  });

  it('is low where nothing is claimed', () => {
    for (const sentence of ['Thank you very much.', 'What would you do about it?', 'I think that is very important.']) {
      expect(checkWorthiness(sentence, 'en')).toBeLessThan(0.2);
    }
  });
});
