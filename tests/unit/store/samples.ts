/** Records and commands that the tests of the store begin with. All of it is made up. */
import { type Annotation, newAnnotation } from '@/lib/annotations/annotation';
import type { ClaimedUrls } from '@/lib/annotations/article';
import type { Capture, Command } from '@/lib/annotations/command';
import { sha256Hex } from '@/lib/annotations/hash';
import { newId } from '@/lib/annotations/ids';
import type { Segment } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';

export const KEY = 'https://paper.example/news/harbour-bridge-opens-4711';
export const TEXT = [
  'The harbour bridge opened on Monday.',
  '“We built it,” mayor Ada Brown said, “in two years.”',
  'It cost 40 million crowns, the council says.',
].join('\n\n');

export const NO_CLAIMS: ClaimedUrls = { canonical: null, og: null, amp: null };

export const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

export async function captureOf(text = TEXT, changes: Partial<Capture['article']> = {}): Promise<Capture> {
  const metadata = {
    title: 'Harbour bridge opens',
    byline: 'By Eve Stone',
    authors: ['Eve Stone'],
    siteName: 'The Paper',
    section: 'City',
    publishedTime: '2026-11-02T09:00:00+01:00',
    modifiedTime: null,
    lang: 'en',
    dir: 'ltr' as const,
    sources: {
      title: 'json-ld',
      byline: 'json-ld',
      siteName: 'meta',
      section: 'meta',
      publishedTime: 'json-ld',
      modifiedTime: null,
      lang: 'html',
    },
  };
  const key = changes.key ?? KEY;
  return {
    article: {
      key,
      url: `${key}?utm_source=x`,
      ...metadata,
      createdAt: at(3),
      updatedAt: at(3),
      deletedAt: null,
      ...changes,
    },
    claimedUrls: NO_CLAIMS,
    snapshot: {
      articleKey: key,
      hash: await sha256Hex(text),
      url: `${key}?utm_source=x`,
      text,
      html: `<p>${text}</p>`,
      blocks: [{ start: 0, end: text.length, tag: 'p' }],
      asides: [],
      metadata,
      capturedAt: at(3),
      extractor: 'on-record/1 readability/0.6.0',
    },
  };
}

/** Where those words stand in the wording of the capture. */
export function passage({ snapshot }: Capture, exact: string): Segment {
  const start = snapshot.text.indexOf(exact);
  if (start < 0) throw new Error(`The text does not hold “${exact}”.`);
  const end = start + exact.length;
  return {
    scope: 'article',
    snapshot: snapshot.hash,
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: snapshot.text.slice(Math.max(0, start - 32), start),
      suffix: snapshot.text.slice(end, end + 32),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

export const headline: Segment = {
  scope: 'page',
  quote: { type: 'TextQuoteSelector', exact: 'Harbour bridge opens', prefix: '', suffix: ' By Eve Stone' },
};

type Annotate = Extract<Command, { type: 'annotate' }>;

export function annotateWith(capture: Capture, exact: string, changes: Partial<Annotation> = {}): Annotate {
  const draft = newAnnotation({
    id: newId(),
    articleKey: capture.article.key,
    kind: changes.kind ?? 'quote',
    segments: [passage(capture, exact)],
    createdAt: at(3),
    quoteType: 'direct',
  });
  return { id: newId(), at: at(3), type: 'annotate', capture, annotation: { ...draft, ...changes } };
}

export function speakerNamed(name: string, changes: Partial<Speaker> = {}): Speaker {
  return {
    id: newId(),
    name,
    role: 'mayor',
    organisation: 'City council',
    aliases: [],
    wikidata: null,
    createdAt: at(3),
    updatedAt: at(3),
    deletedAt: null,
    ...changes,
  };
}
