import type { Speaker } from '@/lib/annotations/speaker';
import { type ArticleExport, articleOf, type ExportedSnapshot, speakerOf } from './article-export';
import { CodePoints } from './code-points';
import { type Entity, entitiesOf } from './entities';

/** A wording as brat has it: its text, and what was tagged in it, in two files of one name. */
export interface BratDocument {
  snapshot: ExportedSnapshot;
  txt: string;
  ann: string;
}

/** What brat has to know of the labels: `annotation.conf`. */
export const BRAT_CONFIGURATION = `[entities]
Quote
Claim
Speaker
Cue

[relations]
SaidBy\tArg1:Quote|Claim, Arg2:Speaker
CuedBy\tArg1:Quote|Claim, Arg2:Cue
InQuote\tArg1:Claim, Arg2:Quote
SameClaim\tArg1:Claim, Arg2:Claim

[events]

[attributes]
QuoteType\tArg:Quote, Value:direct|indirect|mixed
ClaimStatus\tArg:Claim, Value:unchecked|supported|disputed|false|other
`;

/**
 * brat standoff of each wording of an article. Offsets are code points, as in Python: brat counts the characters of the
 * decoded text. A passage that goes over line ends is cut at them, as brat has no others. Notes of type `OnRecord` have the
 * ids by which the file is read back, and those of types `SpeakerName` and `SpeakerId` who the speaker
 * is.
 * @see https://brat.nlplab.org/standoff.html
 */
export function writeBrat(part: ArticleExport): BratDocument[] {
  return articleOf(part).snapshots.map((snapshot) => ({
    snapshot,
    txt: snapshot.text.toWellFormed(),
    ann: annotationsOf(part, snapshot),
  }));
}

function annotationsOf(part: ArticleExport, snapshot: ExportedSnapshot): string {
  const { entities, relations } = entitiesOf(part, snapshot);
  const points = new CodePoints(snapshot.text);
  const names = new Map(entities.map((entity, i) => [entity, `T${i + 1}`]));
  const nameOf = (entity: Entity) => names.get(entity) ?? '';
  const attributes: string[] = [];
  const notes: string[] = [];
  const note = (type: string, entity: Entity, text: string) =>
    notes.push(`#${notes.length + 1}\t${type} ${nameOf(entity)}\t${oneLine(text)}`);
  for (const entity of entities) {
    const { annotation, isItself } = entity;
    const speaker: Speaker | null = speakerOf(part, annotation);
    if (entity.label === 'Speaker' && speaker) {
      note('SpeakerName', entity, speaker.name);
      note('SpeakerId', entity, speaker.id);
    }
    if (!isItself) continue;
    note('OnRecord', entity, annotation.id);
    if (annotation.note.trim() !== '') note('AnnotatorNotes', entity, annotation.note);
    if (annotation.quoteType) attributes.push(`QuoteType ${nameOf(entity)} ${annotation.quoteType}`);
    if (annotation.claim) attributes.push(`ClaimStatus ${nameOf(entity)} ${annotation.claim.status}`);
  }
  const lines = [
    ...entities.map((entity) => entityLine(entity, nameOf(entity), snapshot.text, points)),
    ...relations.map(({ label, from, to }, i) => `R${i + 1}\t${label} Arg1:${nameOf(from)} Arg2:${nameOf(to)}`),
    ...attributes.map((attribute, i) => `A${i + 1}\t${attribute}`),
    ...notes,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function entityLine({ label, spans }: Entity, name: string, text: string, points: CodePoints): string {
  const pieces = spans.flatMap(([start, end]) => [...linesWithin(text, start, end)]);
  const places = pieces.map(([start, end]) => points.toCodePoints(start, end).join(' ')).join(';');
  // Half a character counts as the whole, in the text as well.
  const words = pieces.map(([start, end]) => {
    const [from, to] = points.toUtf16(...points.toCodePoints(start, end)) ?? [start, end];
    return text.slice(from, to).toWellFormed();
  });
  return `${name}\t${label} ${places}\t${words.join(' ')}`;
}

/** The parts of a span between line ends; a span of nothing else stays as it is. */
function* linesWithin(text: string, start: number, end: number): Generator<[start: number, end: number]> {
  let isFound = false;
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    isFound = true;
    yield [start + match.index, start + match.index + match[0].length];
  }
  if (!isFound) yield [start, end];
}

const oneLine = (text: string) => text.toWellFormed().replace(/\s+/g, ' ').trim();
