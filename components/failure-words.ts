import { i18n } from '#i18n';
import type { Failure, FailureCode } from '@/lib/annotations/failure';

const SENTENCES = {
  'forbidden-page': 'failure.forbiddenPage',
  'no-grant': 'failure.noGrant',
  'no-address': 'failure.noAddress',
  'too-large': 'failure.tooLarge',
  'no-page': 'failure.noPage',
  'stale-page': 'failure.stalePage',
  'empty-selection': 'failure.emptySelection',
  'mixed-selection': 'failure.mixedSelection',
  'invalid-record': 'failure.invalidRecord',
  'already-part': 'failure.alreadyPart',
  'speaker-gone': 'failure.speakerGone',
  'passage-deleted': 'failure.passageDeleted',
  'passage-gone': 'failure.passageGone',
  'passage-purged': 'failure.passagePurged',
  'not-kept': 'failure.notKept',
  'nothing-to-export': 'failure.nothingToExport',
  'quota-exceeded': 'failure.quotaExceeded',
  'storage-blocked': 'failure.storageBlocked',
  'storage-newer': 'failure.storageNewer',
  unreachable: 'failure.unreachable',
  'unreachable-kept': 'failure.unreachableKept',
  'unreachable-lost': 'failure.unreachableLost',
} as const;

/** Those that nobody can make sense of without what exactly is wrong. */
const DETAILED = {
  'invalid-message': 'failure.invalidMessage',
  'unreadable-export': 'failure.unreadableExport',
  'damaged-export': 'failure.damagedExport',
  'storage-failed': 'failure.storageFailed',
  unreadable: 'failure.unreadable',
  unexpected: 'failure.unexpected',
} as const satisfies Record<Exclude<FailureCode, keyof typeof SENTENCES>, string>;

const isDetailed = (code: FailureCode): code is keyof typeof DETAILED => code in DETAILED;

/** The sentence for a failure, in the person's language: what went wrong, and what to do about it. */
export function failureWords({ code, message }: Failure): string {
  return isDetailed(code) ? i18n.t(DETAILED[code], { detail: message }) : i18n.t(SENTENCES[code]);
}
