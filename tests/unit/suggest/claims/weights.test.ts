// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FEATURE_BITS } from '@/lib/suggest/claims/features';
import { pack, unpack } from '@/lib/suggest/claims/model';
import { decodeRice, encodeRice } from '@/lib/suggest/claims/rice-code';
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

  it('weighs less than 9 kB', () => {
    const file = readFileSync(join(ROOT, 'lib/suggest/claims/weights.json'));
    expect(gzipSync(file, { level: 9 }).length).toBeLessThan(9_000);
  });

  it('holds as many weights as features, each within the features’ bits', () => {
    expect(decodeRice(weights.gaps, 5)).toHaveLength(decodeRice(weights.weights, 0).length);
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
      [70, -20 * step],
      [71, 20 * step],
      [5000, -1.5],
    ]),
  };

  it('unpacks to what was packed', () => {
    expect(unpack(pack(model, step))).toEqual(model);
  });

  it('has its weights in whole steps, and none that rounds to nothing', () => {
    const rough = {
      bias: 0,
      weights: new Map([
        [3, 0.8],
        [9, -0.2],
        [12, -0.6],
      ]),
    };
    expect(unpack(pack(rough, step)).weights).toEqual(
      new Map([
        [3, 1],
        [12, -0.5],
      ]),
    );
  });
});

describe('a Rice code', () => {
  it.each([0, 1, 5])('gives back each number, with %i bits for the rest', (low) => {
    for (let length = 0; length < 20; length++) {
      const numbers = Array.from({ length }, (_, i) => (i * i * 7) % 97);
      expect(decodeRice(encodeRice(numbers, low), low)).toEqual(numbers);
    }
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
