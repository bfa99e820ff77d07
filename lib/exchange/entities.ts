import type { Annotation } from '@/lib/annotations/annotation';
import { isSamePassage, type Segment } from '@/lib/annotations/passage';
import { type ArticleExport, annotationsIn, type ExportedSnapshot } from './article-export';

/** A stretch of text with a label: what corpora of language technology are made of. */
export interface Entity {
  label: 'Quote' | 'Claim' | 'Speaker' | 'Cue';
  /** In UTF-16 offsets, in the order of the text. */
  spans: [start: number, end: number][];
  /** The annotation that it is or belongs to. */
  annotation: Annotation;
  /** Whether it is the passage of the annotation itself, and not its mention or cue. */
  isItself: boolean;
}

export interface Relation {
  label: 'SaidBy' | 'CuedBy' | 'InQuote' | 'SameClaim';
  from: Entity;
  to: Entity;
}

const LABELS = { quote: 'Quote', claim: 'Claim', speaker: 'Speaker' } as const;

/** The passages of one wording as entities, and how they belong together. Passages outside of the text are left out. */
export function entitiesOf(
  part: ArticleExport,
  snapshot: ExportedSnapshot,
): { entities: Entity[]; relations: Relation[] } {
  const spansOf = (segments: readonly Segment[]): Entity['spans'] =>
    segments
      .flatMap((segment): Entity['spans'] =>
        segment.scope === 'article' && segment.snapshot === snapshot.hash
          ? [[segment.position.start, segment.position.end]]
          : [],
      )
      .sort(([a], [b]) => a - b);
  const entities: Entity[] = [];
  const relations: Relation[] = [];
  const itself = new Map<string, Entity>();
  const add = (entity: Entity): Entity | null => {
    if (entity.spans.length === 0) return null;
    entities.push(entity);
    return entity;
  };

  const annotations = annotationsIn(part, snapshot);
  for (const annotation of annotations) {
    const spans = spansOf(annotation.segments);
    const entity = add({ label: LABELS[annotation.kind], spans, annotation, isItself: true });
    if (entity) itself.set(annotation.id, entity);
  }
  for (const annotation of annotations) {
    const from = itself.get(annotation.id);
    const { mention, cue } = annotation.attribution;
    if (mention) {
      const isThere = ({ kind, segments }: Annotation) => kind === 'speaker' && isSameAs(segments, mention);
      const there = annotations.find(isThere);
      const own = { label: 'Speaker', spans: spansOf([mention]), annotation, isItself: false } as const;
      const to = there ? (itself.get(there.id) ?? null) : add(own);
      if (from && to) relations.push({ label: 'SaidBy', from, to });
    }
    const to = cue && add({ label: 'Cue', spans: spansOf([cue]), annotation, isItself: false });
    if (from && to) relations.push({ label: 'CuedBy', from, to });
    for (const { rel, target } of annotation.links) {
      const linked = itself.get(target);
      if (from && linked)
        relations.push({ label: rel === 'claim-in-quote' ? 'InQuote' : 'SameClaim', from, to: linked });
    }
  }
  return { entities, relations };
}

const isSameAs = (segments: readonly Segment[], passage: Segment) =>
  segments.length === 1 && segments.every((segment) => isSamePassage(segment, passage));
