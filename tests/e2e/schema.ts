import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Segment } from '@/lib/annotations/passage';
import type { OnRecordExport } from '@/lib/exchange/format';

export type { OnRecordExport };

const SCHEMA = join(import.meta.dirname, '../../public/schema/on-record-1.json');

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const isExport = ajv.compile<OnRecordExport>(JSON.parse(readFileSync(SCHEMA, 'utf8')));

/**
 * An export as another program reads it.
 * @throws Error that names what the published JSON Schema does not allow, or the snapshot whose hash is not its text's
 */
export function readExport(text: string): OnRecordExport {
  const read: unknown = JSON.parse(text);
  if (!isExport(read)) throw new Error(`The export is not valid: ${ajv.errorsText(isExport.errors)}`);
  for (const { hash, text } of read.articles.flatMap(({ snapshots }) => snapshots)) {
    const sum = createHash('sha256').update(text, 'utf8').digest('hex');
    if (sum !== hash) throw new Error(`The text of snapshot ${hash} has the hash ${sum}.`);
  }
  return read;
}

/**
 * Every passage of every annotation: segments, mentions and cues. Said once more than in the product on purpose: a
 * passage that the product forgets must not be forgotten by what checks it.
 */
export function passagesOf({ annotations }: OnRecordExport): Segment[] {
  return annotations.flatMap(({ segments, placements, attribution: { mention, cue } }) =>
    [...segments, ...placements.flatMap((placement) => placement.segments), mention, cue].filter(
      (passage) => passage !== null,
    ),
  );
}

/**
 * The passages of scope "article" whose words are not what stands at their offsets in the snapshot that they name, each
 * as a line that says what stands there instead.
 */
export function misplaced(exported: OnRecordExport): string[] {
  const texts = new Map(exported.articles.flatMap(({ snapshots }) => snapshots.map(({ hash, text }) => [hash, text])));
  return passagesOf(exported).flatMap((passage) => {
    if (passage.scope !== 'article') return [];
    const { exact } = passage.quote;
    const found = texts.get(passage.snapshot)?.slice(passage.position.start, passage.position.end);
    return found === exact ? [] : [`“${exact}” is “${found ?? 'in no exported snapshot'}”`];
  });
}

/** The bytes of an export but for the time at which it was written. */
export const withoutTime = (text: string): string => text.replace(/"exportedAt": "[^"]*"/, '"exportedAt": ""');
