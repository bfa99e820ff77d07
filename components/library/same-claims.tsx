import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { passageWords } from '@/components/session/passage-words';
import type { Annotation } from '@/lib/annotations/annotation';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { type Appearance, readAppearances, readRows } from '@/lib/store/library-reads';
import { search } from '@/lib/store/search';
import { parseQuery } from '@/lib/store/search-query';
import { useLibrary } from './library';
import { formatPlace } from './place';
import { sourceOf } from './row-content';
import { useFocusFirst } from './use-focus-first';
import { useLive } from './use-live';

/** How many claims are offered to be linked. */
const MOST = 6;

/** The same claim in other articles, its first appearance first. */
export function SameClaims({ annotation }: { annotation: Annotation }) {
  const library = useLibrary();
  const [typed, type] = useState<string | null>(null);
  const appearances = useLive((db) => readAppearances(db, annotation.id), [annotation.id]) ?? [];
  const link = (target: string, isSame: boolean) => {
    type(null);
    void library.act([{ type: 'linkClaims', annotationId: annotation.id, target, isSame }]);
  };
  const isLinked = ({ annotation: { links } }: Appearance) => links.some(({ target }) => target === annotation.id);
  return (
    <section class="same-claims" aria-label={i18n.t('library.claim.appearances')}>
      <h3>{i18n.t('library.claim.appearances')}</h3>
      {appearances.length > 1 && (
        <ol>
          {appearances.map((one) => (
            <li key={one.annotation.id} aria-current={one.annotation.id === annotation.id ? 'true' : undefined}>
              <a href={formatPlace({ view: 'claims', query: '', ref: one.annotation.id, at: null })}>
                {passageWords({ segments: segmentsToAnchor(one.annotation) })}
              </a>
              <span class="row-meta">
                {one.article && <span>{sourceOf(one.article)}</span>}
                {isLinked(one) && (
                  <button type="button" class="button button-small" onClick={() => link(one.annotation.id, false)}>
                    {i18n.t('library.claim.unlink')}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {typed === null ? (
        <button type="button" class="button button-small" onClick={() => type('')}>
          {i18n.t('library.claim.linkSame')}
        </button>
      ) : (
        <ClaimPicker
          typed={typed}
          type={type}
          without={new Set(appearances.map((one) => one.annotation.id))}
          onPick={(id) => link(id, true)}
        />
      )}
    </section>
  );
}

interface ClaimPickerProps {
  typed: string;
  type(text: string): void;
  without: ReadonlySet<string>;
  onPick(id: string): void;
}

function ClaimPicker({ typed, type, without, onPick }: ClaimPickerProps) {
  const ref = useFocusFirst<HTMLInputElement>();
  const found = useLive(
    async (db) => {
      const numbers = await search(db, parseQuery(typed), ['kind:claim']);
      return [...(await readRows(db, [...numbers.subarray(0, MOST + without.size)])).values()];
    },
    [typed],
  );
  const offered = (found ?? []).filter((row) => !without.has(row.ref)).slice(0, MOST);
  return (
    <div class="picker">
      <input
        type="search"
        ref={ref}
        aria-label={i18n.t('library.claim.find')}
        placeholder={i18n.t('library.claim.find')}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <ul>
        {offered.map((row) =>
          row.type === 'passage' ? (
            <li key={row.ref}>
              <button type="button" class="picker-option" onClick={() => onPick(row.ref)}>
                <span class="picker-words">{passageWords({ segments: segmentsToAnchor(row.annotation) })}</span>
                {row.article && <span class="row-meta">{sourceOf(row.article)}</span>}
              </button>
            </li>
          ) : null,
        )}
      </ul>
      {found && offered.length === 0 && <p class="hint">{i18n.t('library.nothing')}</p>}
    </div>
  );
}
