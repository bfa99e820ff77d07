import * as v from 'valibot';
import type { Annotation } from '@/lib/annotations/annotation';
import type { ArticleMetadata, Snapshot } from '@/lib/annotations/article';
import type {
  ArticleNode,
  LinkingItem,
  Passage,
  SnapshotNode,
  SpeakerNode,
  TaggingItem,
} from './web-annotation-shapes';
import { type EvidenceNode, ReviewBody } from './web-annotation-shapes';
import { hashOfIri, idOfIri } from './web-annotation-terms';

/**
 * Nodes of our Web Annotation export as records, still to be checked by the model: each function gives what is written
 * there, whatever it is.
 */
type Draft<T> = { [K in keyof T]: unknown };

const SOURCES = ['title', 'byline', 'siteName', 'section', 'publishedTime', 'modifiedTime', 'lang'] as const;

function metadata(node: ArticleNode | SnapshotNode): Draft<ArticleMetadata> {
  const sources = node['onrecord:sources'];
  return {
    title: node['schema:headline'],
    byline: node['onrecord:byline'],
    authors: node['schema:author'],
    siteName: node['schema:publisher'],
    section: node['schema:articleSection'],
    publishedTime: node['schema:datePublished'],
    modifiedTime: node['schema:dateModified'],
    lang: node['schema:inLanguage'],
    dir: node['onrecord:direction'],
    sources: Object.fromEntries(SOURCES.map((name) => [name, sources[`onrecord:${name}`] ?? null])),
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const JOIN = '\n\n';

/** The paragraphs of a text, which this format does not have: a text is its blocks, joined by blank lines. */
function paragraphs(text: string): Pick<Snapshot, 'html' | 'blocks'> {
  let next = 0;
  const blocks = text.split(JOIN).map((words) => {
    const start = next;
    next = start + words.length + JOIN.length;
    return { start, end: start + words.length, tag: 'p' };
  });
  const html = blocks.map(({ start, end }) => `<p>${escapeHtml(text.slice(start, end))}</p>`).join('');
  return { html, blocks };
}

export function articleRecord(node: ArticleNode) {
  const articleKey = node.id;
  return {
    article: {
      key: articleKey,
      url: node['schema:url'],
      ...metadata(node),
      createdAt: node.created,
      updatedAt: node.modified,
      deletedAt: null,
    },
    aliases: node['onrecord:alias'].map((alias) => ({
      url: alias.id,
      articleKey,
      source: alias['onrecord:source'],
      createdAt: alias.created,
    })),
    snapshots: node['onrecord:snapshot'].map((snapshot) => ({
      articleKey,
      hash: hashOfIri(snapshot.id),
      url: snapshot['schema:url'],
      text: snapshot['schema:text'],
      ...paragraphs(snapshot['schema:text']),
      asides: [],
      metadata: metadata(snapshot),
      capturedAt: snapshot.created,
      extractor: snapshot['onrecord:extractor'],
    })),
  };
}

export const speakerRecord = (node: SpeakerNode) => ({
  id: idOfIri(node.id),
  name: node.name,
  role: node['onrecord:role'],
  organisation: node['onrecord:organisation'],
  aliases: node['onrecord:alias'],
  wikidata: node['schema:sameAs']?.split('/').at(-1) ?? null,
  createdAt: node.created,
  updatedAt: node.modified,
  deletedAt: null,
});

function segment({ selector, state }: Passage) {
  const quote = selector.find(({ type }) => type === 'TextQuoteSelector');
  const position = selector.find(({ type }) => type === 'TextPositionSelector');
  if (!position) return { scope: 'page', quote };
  return { scope: 'article', snapshot: state && hashOfIri(state.cached), quote, position };
}

const segments = (passages: readonly Passage[]) =>
  passages.toSorted((a, b) => (a['onrecord:part'] ?? 0) - (b['onrecord:part'] ?? 0)).map(segment);

/** An annotation as far as the item itself says it; `addLink` adds what linking items say. */
export function annotationRecord(item: TaggingItem): Draft<Annotation> {
  const bodies = (purpose: string) => item.body.filter((body) => body.purpose === purpose);
  const review = v.safeParse(ReviewBody, bodies('assessing')[0]);
  return {
    id: idOfIri(item.id),
    articleKey: item.target[0]?.source,
    kind: bodies('classifying')[0]?.value,
    segments: segments(item.target),
    placements: item['onrecord:placement'].map((placement) => ({
      id: idOfIri(placement.id),
      decision: placement['onrecord:decision'],
      segments: segments(placement['onrecord:passage']),
      at: placement.created,
    })),
    quoteType: item['onrecord:quoteType'],
    attribution: { speakerId: null, describedAs: null, mention: null, cue: null },
    claim: review.success ? claim(review.output) : null,
    tags: bodies('tagging').map(({ value }) => value),
    note: bodies('commenting')[0]?.value ?? '',
    creator: item.creator?.name ?? null,
    origin: item['onrecord:origin'],
    probability: item['onrecord:probability'],
    links: [],
    createdAt: item.created,
    updatedAt: item.modified,
    deletedAt: null,
  };
}

const claim = (body: v.InferOutput<typeof ReviewBody>) => ({
  status: body.value,
  rating: body['onrecord:rating'],
  summary: body['onrecord:summary'],
  evidence: body['onrecord:evidence'].map(evidence),
});

const evidence = (node: v.InferOutput<typeof EvidenceNode>) => ({
  id: idOfIri(node.id),
  url: node['schema:url'],
  title: node['onrecord:title'],
  note: node['onrecord:note'],
  addedAt: node.created,
});

/** The annotation with what a linking item says of it: who said it, or what it belongs to. */
export function withLink(annotation: Draft<Annotation>, item: LinkingItem): Draft<Annotation> {
  const linked = item.body.find((body) => body.purpose === 'linking');
  const target = linked && 'source' in linked ? idOfIri(linked.source) : null;
  if (item['onrecord:relation'] !== undefined) {
    const links = Array.isArray(annotation.links) ? annotation.links : [];
    return { ...annotation, links: [...links, { rel: item['onrecord:relation'], target }] };
  }
  const passage = (purpose: string) => {
    const body = item.body.find((one) => one.purpose === purpose);
    return body && 'selector' in body ? segment(body) : null;
  };
  const describing = item.body.find((body) => body.purpose === 'describing');
  return {
    ...annotation,
    attribution: {
      speakerId: target,
      describedAs: describing && 'value' in describing ? describing.value : null,
      mention: passage('identifying'),
      cue: passage('highlighting'),
    },
  };
}
