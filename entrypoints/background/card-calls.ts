import { passageWords } from '@/components/session/passage-words';
import type { Annotation } from '@/lib/annotations/annotation';
import type { ClaimedUrls } from '@/lib/annotations/article';
import type { AnnotationPatch, Command } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import { now } from '@/lib/annotations/ids';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { CardCall, CardCallReply, CardPassage, CardPatch, CardPlace } from '@/lib/card-calls';
import type { Settings } from '@/lib/settings';
import type { OnRecordDatabase } from '@/lib/store/database';
import { type Caller, checkOrigin } from './caller';
import { citationOf } from './citation-of';

export interface CardCallDependencies {
  db: OnRecordDatabase;
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
export function createCardCalls({ db, settings, identify, write, locale }: CardCallDependencies) {
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
    const { id, kind, quoteType, claim, note, attribution } = annotation;
    const known = attribution.speakerId === null ? undefined : await db.speakers.get(attribution.speakerId);
    const speaker = known ? { name: known.name, role: attribution.describedAs ?? known.role } : null;
    return {
      id,
      kind,
      words: passageWords({ segments: segmentsToAnchor(annotation) }),
      speaker,
      quoteType,
      claimStatus: claim?.status ?? null,
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

  return async (call: CardCall, caller: Caller): Promise<Answer<CardCall['type']>> => {
    const articleKey = await articleAt(call.place, caller);
    if (call.type === 'look') return look(articleKey, call.ids);
    await passageOf(articleKey, call.id);
    await write(commandOf(call));
    const written = await passageOf(articleKey, call.id);
    return written.deletedAt === null ? contentOf(written) : null;
  };
}

type WriteCall = Exclude<CardCall, { type: 'look' }>;

function commandOf(call: WriteCall): Command {
  const base = { id: call.command, at: now(), annotationId: call.id };
  switch (call.type) {
    case 'edit':
      return { ...base, type: 'updateAnnotation', patch: patchOf(call.patch), capture: null };
    case 'delete':
      return { ...base, type: 'deleteAnnotation' };
    case 'restore':
      return { ...base, type: 'restoreAnnotation' };
  }
}

function patchOf({ claimStatus, ...patch }: CardPatch): AnnotationPatch {
  return claimStatus === undefined ? patch : { ...patch, claim: { status: claimStatus } };
}
