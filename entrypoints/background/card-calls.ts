import { passageWords } from '@/components/session/passage-words';
import { matchingSpeakers, speakerDetails } from '@/components/speaker/matching-speakers';
import type { Annotation } from '@/lib/annotations/annotation';
import type { ClaimedUrls } from '@/lib/annotations/article';
import type { AnnotationPatch, Command } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import { sha256Hex } from '@/lib/annotations/hash';
import { now } from '@/lib/annotations/ids';
import { toSegment } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { newSpeaker } from '@/lib/annotations/speaker';
import { captureOf } from '@/lib/article/capture';
import type { CardCall, CardCallReply, CardPassage, CardPatch, CardPlace, Selected } from '@/lib/card-calls';
import type { Settings } from '@/lib/settings';
import type { OnRecordDatabase } from '@/lib/store/database';
import type { KnownSpeaker } from '@/lib/store/reads';
import { type Caller, checkOrigin } from './caller';
import { citationOf } from './citation-of';

export interface CardCallDependencies {
  db: OnRecordDatabase;
  knownSpeakers(): Promise<readonly KnownSpeaker[]>;
  settings(): Promise<Settings>;
  /** The key under which the page's article is or will be stored. */
  identify(url: string, claimedUrls: ClaimedUrls): Promise<string>;
  /** Stores it for good. */
  write(command: Command): Promise<void>;
  /** BCP 47 tag of the language that is spoken. */
  locale: string;
}

type Answer<T extends CardCall['type']> = Extract<CardCallReply<T>, { ok: true }>['value'];

/** Answers what the card of a passage asks for: it can read and change passages of the article it stands on, and no others. */
export function createCardCalls({ db, knownSpeakers, settings, identify, write, locale }: CardCallDependencies) {
  async function articleAt({ url, claimedUrls }: CardPlace, caller: Caller): Promise<string> {
    checkOrigin(url, caller.url);
    return identify(url, claimedUrls);
  }

  /** @throws OnRecordError `passage-gone` when there is no such passage in the article, not even a deleted one */
  async function passageOf(articleKey: string, id: string): Promise<Annotation> {
    const annotation = await db.annotations.get(id);
    if (annotation?.articleKey === articleKey) return annotation;
    throw new OnRecordError('passage-gone', 'This page has no such annotation.');
  }

  async function contentOf(annotation: Annotation): Promise<CardPassage> {
    const { id, kind, quoteType, claim, note, attribution, links } = annotation;
    const known = attribution.speakerId === null ? undefined : await db.speakers.get(attribution.speakerId);
    const linked = links.find(({ rel }) => rel === IN_QUOTE);
    const quote = linked && (await db.annotations.get(linked.target));
    const speaker = known ? { name: known.name, role: attribution.describedAs ?? known.role } : null;
    return {
      id,
      kind,
      words: passageWords({ segments: segmentsToAnchor(annotation) }),
      speaker,
      cue: attribution.cue && passageWords({ segments: [attribution.cue] }),
      quoteType,
      claimStatus: claim?.status ?? null,
      inQuote: quote?.deletedAt === null ? passageWords({ segments: segmentsToAnchor(quote) }) : null,
      note,
      citation: await citationOf(db, annotation, speaker, locale),
    };
  }

  async function look(articleKey: string, ids: readonly string[]): Promise<Answer<'look'>> {
    const stored = await db.annotations.bulkGet([...ids]);
    const own = stored.flatMap((one) => (one?.articleKey === articleKey && one.deletedAt === null ? [one] : []));
    const { theme } = await settings();
    return { theme, passages: await Promise.all(own.map(contentOf)) };
  }

  async function speakers(articleKey: string, typed: string): Promise<Answer<'speakers'>> {
    return matchingSpeakers(typed, await knownSpeakers(), articleKey).map((known) => ({
      id: known.speaker.id,
      name: known.speaker.name,
      details: speakerDetails(known),
    }));
  }

  return async (call: CardCall, caller: Caller): Promise<Answer<CardCall['type']>> => {
    const articleKey = await articleAt(call.place, caller);
    if (call.type === 'look') return look(articleKey, call.ids);
    if (call.type === 'speakers') return speakers(articleKey, call.typed);
    const annotation = await passageOf(articleKey, call.id);
    if (call.type === 'link' && call.quote !== null) checkLink(annotation, await passageOf(articleKey, call.quote));
    await write(await commandOf(call, annotation));
    const written = await passageOf(articleKey, call.id);
    return written.deletedAt === null ? contentOf(written) : null;
  };
}

type WriteCall = Exclude<CardCall, { type: 'look' | 'speakers' }>;

/** How a link to the quote is called that a claim stands in. */
const IN_QUOTE = 'claim-in-quote';

/** @throws OnRecordError `invalid-record` when it is no claim or that no quote */
function checkLink({ kind }: Annotation, target: Annotation): void {
  if (kind !== 'claim' || target.kind !== 'quote') {
    throw new OnRecordError('invalid-record', 'Only a claim can stand in a quote.');
  }
}

/** A selected passage as a segment, with what it was read in. */
async function captured({ passage, reading }: Selected, articleKey: string, at: string) {
  const readPage = { reading, articleKey, hash: await sha256Hex(reading.text), readAt: at };
  return { segment: toSegment(passage, readPage.hash), capture: captureOf(readPage, at) };
}

async function commandOf(call: WriteCall, { articleKey, links }: Annotation): Promise<Command> {
  const at = now();
  const base = { id: call.command, at, annotationId: call.id };
  switch (call.type) {
    case 'edit':
      return { ...base, type: 'updateAnnotation', patch: patchOf(call.patch), capture: null };
    case 'attribute': {
      const { id, name } = call.speaker;
      if (name !== null) return { ...base, type: 'createSpeaker', speaker: newSpeaker(id, name, at) };
      // How this article describes one speaker says nothing of another.
      const patch = { attribution: { speakerId: id, describedAs: null } };
      return { ...base, type: 'updateAnnotation', patch, capture: null };
    }
    case 'addSegment':
      return { ...base, type: 'addSegment', ...(await captured(call, articleKey, at)) };
    case 'cue': {
      const { segment: cue, capture } = call.selected
        ? await captured(call.selected, articleKey, at)
        : { segment: null, capture: null };
      return { ...base, type: 'updateAnnotation', patch: { attribution: { cue } }, capture };
    }
    case 'link': {
      const others = links.filter(({ rel }) => rel !== IN_QUOTE);
      const link = call.quote === null ? [] : [{ rel: IN_QUOTE, target: call.quote } as const];
      return { ...base, type: 'updateAnnotation', patch: { links: [...others, ...link] }, capture: null };
    }
    case 'delete':
      return { ...base, type: 'deleteAnnotation' };
    case 'restore':
      return { ...base, type: 'restoreAnnotation' };
  }
}

function patchOf({ claimStatus, ...patch }: CardPatch): AnnotationPatch {
  return claimStatus === undefined ? patch : { ...patch, claim: { status: claimStatus } };
}
