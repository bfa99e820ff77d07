import * as v from 'valibot';
import { Id } from '@/lib/annotations/ids';
import { Offset } from '@/lib/annotations/passage';

/** What is unfinished when the popup vanishes, so that it opens again as it was. */
export const Draft = v.object({
  /** The annotation whose editor is open. */
  editing: v.nullable(Id),
  /** The annotation whose passage is being looked for by hand. */
  finding: v.nullable(Id),
  /** What was typed as a speaker's name and not yet decided on, by annotation. */
  speakerText: v.record(v.string(), v.string()),
  /** The annotation that was deleted last and can still be brought back. */
  deleted: v.nullable(v.object({ id: Id, text: v.string() })),
  articleView: v.object({
    open: v.boolean(),
    /** UTF-16 offsets into the article's text: where the selection began, and its end that moves. */
    cursor: v.nullable(v.object({ anchor: Offset, focus: Offset })),
  }),
});
export type Draft = v.InferOutput<typeof Draft>;

export const EMPTY_DRAFT: Draft = {
  editing: null,
  finding: null,
  speakerText: {},
  deleted: null,
  articleView: { open: false, cursor: null },
};

/** The part of `browser.storage.session` that drafts need. */
export interface DraftStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const keyOf = (articleKey: string): string => `draft:${articleKey}`;

/** The draft of an article; one that does not have today's shape counts as none. */
export async function readDraft(storage: DraftStorage, articleKey: string): Promise<Draft> {
  const key = keyOf(articleKey);
  const stored = v.safeParse(Draft, (await storage.get(key))[key]);
  return stored.success ? stored.output : EMPTY_DRAFT;
}

/** Stores the draft of an article. The storage is called in the same tick. */
export function writeDraft(storage: DraftStorage, articleKey: string, draft: Draft): Promise<void> {
  return storage.set({ [keyOf(articleKey)]: draft });
}
