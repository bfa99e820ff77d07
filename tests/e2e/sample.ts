import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../fixtures/sample');

/** The sample article, as `npm start` shows it. */
export const SAMPLE = readFileSync(join(FOLDER, 'article.html'), 'utf8');

/** A quote in it, Mara Lindqvist's, and a claim. */
export const QUOTE = 'We leave with a signature, not with a promise,';
export const CLAIM = 'the fund would cover 38 of the 41 ports within four years';

/** What `npm start` tags in it, as JSON. */
export const SAMPLE_TAGS = readFileSync(join(FOLDER, 'tags.json'), 'utf8');

/** The path at which `npm start` shows it. */
export const SAMPLE_PATH = '/news/2026/11/24/harbour-cities-common-tide-fund';
