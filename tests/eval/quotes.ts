/**
 * `npm run eval:quotes -- GOLD.jsonl OUT.jsonl [--threshold T]`: suggests quotes as the extension does, one article
 * `{"id","quotes":[…]}` a line. A speaker less probable than T (0 without it; `shipped` is the extension's own) is left open.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SHIPPED_THRESHOLD, type SuggestedQuote } from '../../lib/suggest/quote-suggestion';
import { suggestQuotes } from '../../lib/suggest/suggest-quotes';

interface Article {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
}

const usage = 'usage: npm run eval:quotes -- GOLD.jsonl OUT.jsonl [--threshold T]';
const args = process.argv.slice(2);
const option = args.indexOf('--threshold');
const given = option < 0 ? '0' : args.splice(option, 2)[1];
const threshold = given === 'shipped' ? SHIPPED_THRESHOLD : Number(given);
const [gold, out] = args;
if (!gold || !out || args.length > 2 || Number.isNaN(threshold)) {
  console.error(usage);
  process.exit(2);
}

const articles = readFileSync(gold, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Article => JSON.parse(line));
const started = performance.now();
const lines = articles.map(({ id, text, lang }) =>
  JSON.stringify({ id, quotes: suggestQuotes(text, { lang: lang ?? null }).map(predictionOf) }),
);
const ms = (performance.now() - started) / Math.max(1, articles.length);
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${articles.length} articles, ${ms.toFixed(2)} ms each, speakers from ${threshold}`);

function predictionOf({ segments, type, speaker }: SuggestedQuote) {
  const isShown = speaker !== null && speaker.probability >= threshold;
  return {
    start: segments[0]?.start,
    end: segments[segments.length - 1]?.end,
    segments: segments.map(({ start, end }) => [start, end]),
    type,
    speaker: isShown ? { start: speaker.mention.start, end: speaker.mention.end, name: speaker.name } : null,
  };
}
