import { signal } from '@preact/signals';
import type { ArticleRecord, FailedWrite, KnownSpeaker } from '@/components/session/dependencies';
import { createSession, type Session } from '@/components/session/session';
import { type Annotation, newAnnotation } from '@/lib/annotations/annotation';
import type { Command } from '@/lib/annotations/command';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';
import type { Anchorable, Anchoring, PageReading, PageSelection } from '@/lib/messaging';

export const TEXT =
  '“The ferry will sail again by May,” harbour master Ines Calder told the council.\n\nShe said twelve of the nineteen boats were repaired.';
export const HASH = 'a'.repeat(64);
export const KEY = 'https://islandmail.example/ferry';
export const AT = '2026-11-24T08:00:00.000Z';

export const READING: PageReading = {
  url: 'https://islandmail.example/ferry?from=home',
  metadata: {
    title: 'Ferry to sail again by May',
    byline: 'By T. Moss',
    authors: ['T. Moss'],
    siteName: 'Island Mail',
    section: null,
    publishedTime: '2026-11-24',
    modifiedTime: null,
    lang: 'en',
    dir: 'ltr',
    sources: {
      title: 'json-ld',
      byline: 'json-ld',
      siteName: 'meta',
      section: 'meta',
      publishedTime: 'json-ld',
      modifiedTime: null,
      lang: 'html',
    },
  },
  claimedUrls: { canonical: null, og: null, amp: null },
  isArticle: true,
  extent: 'whole',
  text: TEXT,
  html: '',
  blocks: [
    { start: 0, end: TEXT.indexOf('\n\n'), tag: 'p' },
    { start: TEXT.indexOf('\n\n') + 2, end: TEXT.length, tag: 'p' },
  ],
  asides: [],
  extractor: 'test/1',
  selection: null,
};

/** Selectors of a stretch of a text (UTF-16 offsets), trimmed as the real ones are. */
export function describe(text: string, start: number, end: number): DescribedPassage {
  const exact = text.slice(start, end).trim();
  const from = text.indexOf(exact, start);
  const prefix = text.slice(0, from).slice(-32);
  const suffix = text.slice(from + exact.length, from + exact.length + 32);
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix, suffix };
  return { scope: 'article', quote, position: { type: 'TextPositionSelector', start: from, end: from + exact.length } };
}

/** The selection of these words on the page. */
export function selectionOf(words: string): PageSelection {
  const start = TEXT.indexOf(words);
  return { text: words, passage: describe(TEXT, start, start + words.length), refusal: null };
}

let count = 0;
export const uuid = (): string => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;

export function annotationOf(words: string, change: Partial<Annotation> = {}): Annotation {
  const { passage } = selectionOf(words);
  if (passage?.scope !== 'article') throw new Error(`“${words}” is not in the text.`);
  const segments = [{ ...passage, snapshot: HASH }];
  return {
    ...newAnnotation({ id: uuid(), articleKey: KEY, kind: 'quote', quoteType: 'direct', segments, createdAt: AT }),
    ...change,
  };
}

/** How an annotation was found: as it was, but for `change`. */
export const anchoringOf = (change: Partial<Anchoring> = {}): Anchoring => ({
  id: '00000000-0000-4000-8000-000000000001',
  status: 'exact',
  score: null,
  runnerUp: null,
  current: [],
  candidates: [],
  found: 1,
  attributionChanged: false,
  place: null,
  ...change,
});

export function speakerOf(name: string, change: Partial<Speaker> = {}): Speaker {
  return {
    id: uuid(),
    name,
    role: '',
    organisation: '',
    aliases: [],
    wikidata: null,
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
    ...change,
  };
}

export const known = (speaker: Speaker, articleKeys = [KEY], outlets = ['Island Mail']): KnownSpeaker => ({
  speaker,
  articleKeys,
  outlets,
});

export interface Sample {
  session: Session;
  commands: Command[];
  /** What the page script was asked to paint, one entry a request. */
  painted: Anchorable[][];
  /** What was to be brought into view. */
  shown: Array<{ id: string; candidate: number | null }>;
  stored: Record<string, unknown>;
  /** What stays when the browser closes. */
  kept: Record<string, unknown>;
  /** Ends the oldest write that is under way. */
  acknowledge(error?: Error): Promise<void>;
  select(selection: PageSelection | null): void;
  /** Says what the store holds now, and waits until it is listed. */
  holds(annotations: Annotation[], speakers?: KnownSpeaker[]): Promise<void>;
}

export interface SampleOptions {
  reading?: Partial<PageReading>;
  read?: () => Promise<PageReading>;
  stored?: Record<string, unknown>;
  kept?: Record<string, unknown>;
  /** What the store holds at first. */
  annotations?: Annotation[];
  failed?: FailedWrite[];
  place?: (anchorable: Anchorable) => Partial<Anchoring>;
  show?: boolean;
  wantsReported?: boolean;
}

/** Lets everything that is due happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A session with a page and a store whose moves the test makes. */
export function sampleSession(options: SampleOptions = {}): Sample {
  const commands: Command[] = [];
  const painted: Anchorable[][] = [];
  const shown: Sample['shown'] = [];
  const stored = { ...options.stored };
  const kept = { ...options.kept };
  const waiting: Array<PromiseWithResolvers<void>> = [];
  const failed = [...(options.failed ?? [])];
  let onSelection: (selection: PageSelection | null) => void = () => undefined;
  let onArticle: (record: ArticleRecord) => void = () => undefined;
  let onSpeakers: (speakers: KnownSpeaker[]) => void = () => undefined;
  const session = createSession({
    page: {
      read: options.read ?? (async () => ({ ...READING, ...options.reading })),
      async anchor(_, annotations) {
        painted.push(annotations);
        return annotations.map((anchorable) =>
          anchoringOf({ id: anchorable.id, found: anchorable.segments.length, ...options.place?.(anchorable) }),
        );
      },
      async show(id, candidate) {
        shown.push({ id, candidate });
        return options.show ?? true;
      },
      watchSelection(next) {
        onSelection = next;
        return () => undefined;
      },
      watchOpened: () => () => undefined,
    },
    records: {
      watchArticle(_, next) {
        onArticle = next;
        next({ article: null, annotations: options.annotations ?? [] });
        return () => undefined;
      },
      watchSpeakers(next) {
        onSpeakers = next;
        next([]);
        return () => undefined;
      },
    },
    writer: {
      write(command) {
        commands.push(command);
        const write = Promise.withResolvers<void>();
        waiting.push(write);
        return write.promise;
      },
    },
    failedWrites: {
      read: async () => failed,
      async discard(id) {
        failed.splice(0, failed.length, ...failed.filter((entry) => entry.id !== id));
      },
    },
    drafts: {
      get: async (key) => (key in stored ? { [key]: stored[key] } : {}),
      async set(items) {
        Object.assign(stored, items);
      },
    },
    kept: {
      get: async (key) => (key in kept ? { [key]: kept[key] } : {}),
      async set(items) {
        Object.assign(kept, items);
      },
    },
    identify: async () => KEY,
    hash: async () => HASH,
    loadDescribe: async () => describe,
    wantsReported: signal(options.wantsReported ?? false),
    annotator: () => 'M. Keller',
    now: () => AT,
    newId: uuid,
  });
  return {
    session,
    commands,
    painted,
    shown,
    stored,
    kept,
    async acknowledge(error) {
      const write = waiting.shift();
      if (error) write?.reject(error);
      else write?.resolve();
      await settle();
    },
    select: (selection) => onSelection(selection),
    async holds(annotations, speakers) {
      onArticle({ article: null, annotations });
      if (speakers) onSpeakers(speakers);
      await settle();
    },
  };
}
