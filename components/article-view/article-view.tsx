import { i18n } from '#i18n';
import '@/components/styles/article-view.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import { useFocusWish } from '@/components/use-focus-wish';
import { sentencesOf } from '@/lib/sentences';
import { ArticleBlocks } from './article-blocks';
import { stretchOf } from './cursor';
import { cursorAfterKey } from './cursor-keys';
import { marksOf } from './pieces';
import { stretchOfRange } from './text-offset';

/** How much of a long selection is read out, in UTF-16 units. */
const SPOKEN = 400;

/**
 * The article's text to be read and tagged in the popup itself: with the keyboard by sentence, with a mouse or a finger
 * by any words.
 *
 * The text has the role `application` so that screen readers hand its arrow keys over; what is selected is spoken by a
 * live region beside it.
 */
export function ArticleView() {
  const session = useSession();
  const page = session.page.value;
  const bodyRef = useFocusWish<HTMLDivElement>('article-view');
  /** A selection made by mouse shows itself; to mark it too would redraw the text under it and end it. */
  const byMouse = useRef(false);
  const { cursor } = session.draft.value.articleView;
  const reading = page?.reading;
  const lang = reading?.metadata.lang ?? null;
  const sentences = useMemo(() => (reading ? sentencesOf(reading.text, reading.blocks, lang) : []), [reading, lang]);
  const listed = session.listed.value;
  const marks = useMemo(
    () =>
      page && listed
        ? marksOf(
            listed.map(({ annotation }) => annotation),
            page.reading,
            page.hash,
          )
        : [],
    [page, listed],
  );

  useEffect(() => {
    const onSelectionChange = () => {
      const root = bodyRef.current;
      const selection = document.getSelection();
      if (!root || !selection || selection.rangeCount === 0) return;
      const stretch = stretchOfRange(root, selection.getRangeAt(0));
      if (stretch) {
        byMouse.current = true;
        session.changeDraft({ articleView: { open: true, cursor: { anchor: stretch.start, focus: stretch.end } } });
      } else if (byMouse.current) {
        byMouse.current = false;
        // A click in the text drops the selection; one elsewhere leaves it, and now it must be marked to be seen.
        const { cursor } = session.draft.value.articleView;
        const kept = root.contains(selection.anchorNode) ? null : cursor && { ...cursor };
        session.changeDraft({ articleView: { open: true, cursor: kept } });
      }
    };
    document.addEventListener('selectionchange', onSelectionChange);
    return () => document.removeEventListener('selectionchange', onSelectionChange);
  }, [session, bodyRef]);

  useEffect(() => {
    if (!cursor || byMouse.current) return;
    const selected = bodyRef.current?.querySelectorAll('.is-selected');
    const ahead = cursor.focus >= cursor.anchor;
    selected?.[ahead ? selected.length - 1 : 0]?.scrollIntoView({ block: 'nearest' });
  }, [cursor, bodyRef]);

  if (!page || !reading) return null;
  const selected = cursor ? stretchOf(cursor) : null;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = cursorAfterKey(event, session.draft.value.articleView.cursor, sentences, reading.text, lang);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    byMouse.current = false;
    document.getSelection()?.removeAllRanges();
    session.changeDraft({ articleView: { open: true, cursor: next } });
  };

  return (
    <section
      class="article-view"
      aria-label={i18n.t('articleView.region')}
      tabIndex={-1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) bodyRef.current?.focus();
      }}
    >
      <p class="visually-hidden" id="article-view-instructions">
        {i18n.t('articleView.instructions')}
      </p>
      <div
        ref={bodyRef}
        class="article-view-text"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, so it takes the focus.
        tabIndex={0}
        aria-label={i18n.t('articleView.text')}
        aria-describedby="article-view-instructions"
        lang={lang ?? undefined}
        dir={reading.metadata.dir ?? 'auto'}
        onKeyDown={onKeyDown}
      >
        <ArticleBlocks
          text={reading.text}
          blocks={reading.blocks}
          marks={marks}
          selected={byMouse.current ? null : selected}
        />
      </div>
      <p class="visually-hidden" aria-live="polite" lang={lang ?? undefined}>
        {selected ? reading.text.slice(selected.start, Math.min(selected.end, selected.start + SPOKEN)) : ''}
      </p>
    </section>
  );
}
