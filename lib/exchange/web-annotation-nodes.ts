import type { Annotation } from '@/lib/annotations/annotation';
import type { ArticleMetadata } from '@/lib/annotations/article';
import type { Segment } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';
import type { ExportedArticle, ExportedSnapshot } from './article-export';
import { GENERATOR } from './json';
import { attributionIri, CONTEXT, linkIri, snapshotIri, uuidIri } from './web-annotation-terms';

type Node = Record<string, unknown>;

/** Without what is not known: JSON-LD has no null. */
const known = (node: Node): Node => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null));

const lifetime = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) => ({
  created: createdAt,
  modified: updatedAt,
});

const describedBy = ({ sources, ...page }: ArticleMetadata): Node => ({
  'schema:headline': page.title,
  'onrecord:byline': page.byline,
  'schema:author': page.authors,
  'schema:publisher': page.siteName,
  'schema:articleSection': page.section,
  'schema:datePublished': page.publishedTime,
  'schema:dateModified': page.modifiedTime,
  'schema:inLanguage': page.lang,
  'onrecord:direction': page.dir,
  'onrecord:sources': known(
    Object.fromEntries(Object.entries(sources).map(([key, from]) => [`onrecord:${key}`, from])),
  ),
});

export function articleNode(article: ExportedArticle): Node {
  return known({
    id: article.key,
    type: 'schema:NewsArticle',
    'schema:url': article.url,
    ...describedBy(article),
    ...lifetime(article),
    'onrecord:alias': article.aliases.map(({ url, source, createdAt }) => ({
      id: url,
      'onrecord:source': source,
      created: createdAt,
    })),
    'onrecord:snapshot': article.snapshots.map(snapshotNode),
  });
}

function snapshotNode(snapshot: ExportedSnapshot): Node {
  return known({
    id: snapshotIri(snapshot.hash),
    type: 'onrecord:Snapshot',
    'schema:url': snapshot.url,
    'schema:text': snapshot.text,
    ...describedBy(snapshot.metadata),
    created: snapshot.capturedAt,
    'onrecord:extractor': snapshot.extractor,
  });
}

export function speakerNode(speaker: Speaker): Node {
  return known({
    id: uuidIri(speaker.id),
    type: 'onrecord:Speaker',
    name: speaker.name,
    'onrecord:role': speaker.role,
    'onrecord:organisation': speaker.organisation,
    'onrecord:alias': speaker.aliases,
    'schema:sameAs': speaker.wikidata && `http://www.wikidata.org/entity/${speaker.wikidata}`,
    ...lifetime(speaker),
  });
}

/** Where a passage stands: its words, its position in the text of the wording, and when that was read. */
function specificResource(segment: Segment, article: ExportedArticle, extra: Node = {}): Node {
  const { exact, prefix, suffix } = segment.quote;
  const words = { type: 'TextQuoteSelector', exact, prefix, suffix };
  if (segment.scope === 'page') {
    return { type: 'SpecificResource', source: article.key, selector: [words], ...extra };
  }
  const { start, end } = segment.position;
  const snapshot = article.snapshots.find(({ hash }) => hash === segment.snapshot);
  return {
    type: 'SpecificResource',
    source: article.key,
    selector: [words, { type: 'TextPositionSelector', start, end }],
    state: known({
      type: 'TimeState',
      sourceDate: snapshot?.capturedAt ?? null,
      cached: snapshotIri(segment.snapshot),
    }),
    ...extra,
  };
}

/** The order of the parts is said, as the targets of an annotation have none. */
const targets = (segments: readonly Segment[], article: ExportedArticle) =>
  segments.map((segment, i) => specificResource(segment, article, { 'onrecord:part': i + 1 }));

const text = (value: string, purpose: string, extra: Node = {}): Node => ({
  type: 'TextualBody',
  value,
  purpose,
  format: 'text/plain',
  ...extra,
});

/** The annotation itself, and the linking annotations that belong to it. */
export function annotationNodes(annotation: Annotation, article: ExportedArticle): Node[] {
  const { id, claim, attribution, links } = annotation;
  const base = { '@context': CONTEXT, type: 'Annotation', generator: { type: 'Software', name: GENERATOR } };
  const nodes: Node[] = [
    known({
      ...base,
      id: uuidIri(id),
      motivation: claim && claim.status !== 'unchecked' ? ['classifying', 'assessing'] : ['classifying'],
      creator: annotation.creator === null ? null : { type: 'Person', name: annotation.creator },
      ...lifetime(annotation),
      body: [
        text(annotation.kind, 'classifying'),
        ...annotation.tags.map((tag) => text(tag, 'tagging')),
        ...(annotation.note === '' ? [] : [text(annotation.note, 'commenting')]),
        ...(claim ? [review(claim)] : []),
      ],
      target: targets(annotation.segments, article),
      'onrecord:quoteType': annotation.quoteType,
      'onrecord:origin': annotation.origin,
      'onrecord:probability': annotation.probability,
      'onrecord:placement': annotation.placements.map((placement) => ({
        id: uuidIri(placement.id),
        'onrecord:decision': placement.decision,
        'onrecord:passage': targets(placement.segments, article),
        created: placement.at,
      })),
    }),
  ];
  const { speakerId, describedAs, mention, cue } = attribution;
  if (speakerId !== null || describedAs !== null || mention || cue) {
    const body = [
      ...(speakerId === null ? [] : [{ type: 'SpecificResource', source: uuidIri(speakerId), purpose: 'linking' }]),
      ...(describedAs === null ? [] : [text(describedAs, 'describing')]),
      ...(mention ? [specificResource(mention, article, { purpose: 'identifying' })] : []),
      ...(cue ? [specificResource(cue, article, { purpose: 'highlighting' })] : []),
    ];
    nodes.push({ ...base, id: attributionIri(id), motivation: 'linking', body, target: uuidIri(id) });
  }
  for (const [i, { rel, target }] of links.entries()) {
    const body = { type: 'SpecificResource', source: uuidIri(target), purpose: 'linking' };
    nodes.push({
      ...base,
      id: linkIri(id, i),
      motivation: 'linking',
      body: [body],
      target: uuidIri(id),
      'onrecord:relation': rel,
    });
  }
  return nodes;
}

function review({ status, rating, summary, evidence }: NonNullable<Annotation['claim']>): Node {
  return text(
    status,
    'assessing',
    known({
      'onrecord:rating': rating,
      'onrecord:summary': summary,
      'onrecord:evidence': evidence.map(({ id, url, title, note, addedAt }) => ({
        id: uuidIri(id),
        'schema:url': url,
        'onrecord:title': title,
        'onrecord:note': note,
        created: addedAt,
      })),
    }),
  );
}
