/** `npm run eval:claims -- DATA.jsonl OUT.jsonl`: scores each sentence as the extension does, `{"id","score"}` a line. */
import { writeFileSync } from 'node:fs';
import { checkWorthiness } from '../../lib/suggest/claims/score';
import { type Labelled, readLines } from './claims-data';

const [data, out] = process.argv.slice(2);
if (!data || !out) {
  console.error('usage: npm run eval:claims -- DATA.jsonl OUT.jsonl');
  process.exit(2);
}
const lines = readLines<Labelled>(data).map(({ id, text }) =>
  JSON.stringify({ id, score: checkWorthiness(text, 'en') }),
);
writeFileSync(out, `${lines.join('\n')}\n`);
