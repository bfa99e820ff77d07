import type { Annotation } from './annotation';
import type { Alias, Article, Snapshot } from './article';
import type { Speaker } from './speaker';

/** Where in a file something stands. */
export interface Place {
  /** `articles[3]`, or the name of a file within the file. */
  path: string;
  /** Counted from 1; null where lines mean nothing. */
  line: number | null;
}

/** Why a record is not taken from a file. The views choose the sentence, in their language. */
export const REJECTION_REASONS = [
  'broken-json',
  'cut-off',
  'too-deep',
  'too-large',
  /** A key that would change how objects behave. */
  'forbidden-key',
  /** It lacks something, or has something of the wrong kind. */
  'wrong-shape',
  /** Its id occurs before in the same file. */
  'twice',
  'wrong-address',
  /** It breaks a rule of what is stored: its words are not those of the text, say. */
  'broken-rule',
  /** It is about a page as a whole, or answers another note. */
  'no-passage',
  /** Nothing says whether it is a quote, a claim or a speaker. */
  'no-kind',
  /** No stored article has this text. */
  'unknown-text',
  /** A whole file: of no kind that can be read, or one of a pair of which the other is missing or there twice. */
  'not-read',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface Rejection {
  place: Place;
  reason: RejectionReason;
  /** In English, for developers: what exactly is wrong. Never more than a few words of the file. */
  detail: string;
}

/** An article with its addresses and wordings, as read from a file. */
export interface IncomingArticle {
  type: 'article';
  place: Place;
  article: Article;
  aliases: Alias[];
  snapshots: Snapshot[];
  /** The file knows little of it: one that is stored already is left as it is. */
  onlyIfNew?: true;
}
export interface IncomingSpeaker {
  type: 'speaker';
  place: Place;
  speaker: Speaker;
  /** The file knows little of them: who is stored already is left as they are. */
  onlyIfNew?: true;
}
export interface IncomingAnnotation {
  type: 'annotation';
  place: Place;
  annotation: Annotation;
  /** The file carries only part of it: one that is stored already is left as it is. */
  onlyIfNew?: true;
}
export type IncomingRecord = IncomingArticle | IncomingSpeaker | IncomingAnnotation;

/** What is read from a file, record by record: whole and of the right shape, or rejected. */
export type Incoming = IncomingRecord | ({ type: 'rejected' } & Rejection);
