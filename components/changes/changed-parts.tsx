import { i18n } from '#i18n';
import { WordDiff } from './word-diff';
import type { ChangedPart } from './wording-changes';

/** The changed parts of an annotation, numbered when it has several. */
export function ChangedParts({ changed, of }: { changed: readonly ChangedPart[]; of: number }) {
  return changed.map(({ number, parts }) => (
    <p key={number} class="status-words-now">
      {of > 1 && <span class="part-number">{`${i18n.t('anchoring.part', { number, parts: of })} `}</span>}
      <WordDiff parts={parts} />
    </p>
  ));
}
