import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Row, readRows } from '@/lib/store/library-reads';
import type { Found } from '@/lib/store/search';
import type { Term } from '@/lib/store/search-query';
import { useLibrary } from './library';
import { stepOf } from './list-keys';
import { RowContent } from './row-content';
import { useLive } from './use-live';
import { ROW_HEIGHT, scrolledTo, windowOf } from './window-of';

interface RecordListProps {
  /** What the list is called for those who hear it. */
  label: string;
  found: Found;
  /** What was searched for, to be marked. */
  words: readonly Term[];
  /** The record that is shown in full. */
  current: string | null;
  /** Those that are chosen, by their numbers. */
  chosen: ReadonlySet<number>;
  /** @param isStep it was opened to stay, not passed by on the way through the list */
  onOpen(ref: string, isStep: boolean): void;
  onChoose(chosen: ReadonlySet<number>): void;
  /** Enter was pressed on the record that is shown: the focus is to go there. */
  onEnter?(): void;
}

/**
 * A list of any length, of which only what is in view is made. Its rows are passed through with the keyboard and several
 * can be chosen.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/listbox/
 */
export function RecordList({ label, found, words, current, chosen, onOpen, onChoose, onEnter }: RecordListProps) {
  const library = useLibrary();
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const [view, setView] = useState({ top: 0, height: 800 });
  /** The place in the list of the row that the keyboard is at; -1 for none. */
  const [active, setActive] = useState(-1);
  /** Where a choice of several began. */
  const anchor = useRef(0);
  const { start, end } = windowOf(view.top, view.height, found.length);
  const rows = useLive((db) => readRows(db, [...found.subarray(start, end)]), [found, start, end]);
  const seen = useRef(new Map<number, Row>());
  if (rows) for (const [number, row] of rows) seen.current.set(number, row);

  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const measure = () => setView({ top: list.scrollTop, height: list.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    measure();
    return () => observer.disconnect();
  }, []);

  // What is shown in full may stand elsewhere in another list, or not at all.
  useEffect(() => {
    let isOver = false;
    library
      .read(async (db) =>
        current === null ? undefined : (await db.documents.where('ref').equals(current).first())?.number,
      )
      .then((number) => {
        if (!isOver) reveal(number === undefined ? -1 : found.indexOf(number));
      }, library.report);
    return () => {
      isOver = true;
    };
  }, [current, found]);

  function reveal(index: number) {
    setActive(index);
    const list = ref.current;
    if (list && index >= 0) list.scrollTop = scrolledTo(index, list.scrollTop, list.clientHeight);
  }

  function open(index: number, isStep: boolean) {
    const number = found[index];
    if (number === undefined) return;
    reveal(index);
    const known = seen.current.get(number)?.ref;
    if (known !== undefined) onOpen(known, isStep);
    else {
      library
        .read((db) => db.documents.get(number))
        .then((document) => document && onOpen(document.ref, isStep), library.report);
    }
  }

  const numbersBetween = (a: number, b: number) => found.subarray(Math.min(a, b), Math.max(a, b) + 1);

  function toggle(index: number) {
    const number = found[index];
    if (number === undefined) return;
    anchor.current = index;
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    onChoose(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const to = stepOf(event.key, active, found.length, Math.floor(view.height / ROW_HEIGHT));
    if (to !== null && !isCommand) {
      if (event.shiftKey) onChoose(new Set(numbersBetween(anchor.current, to)));
      else anchor.current = to;
      open(to, false);
    } else if (event.key === ' ') toggle(active);
    else if (event.key === 'Enter' && active >= 0) onEnter?.();
    else if (isCommand && event.key.toLowerCase() === 'a') onChoose(new Set(found));
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set());
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent, index: number) {
    if (event.ctrlKey || event.metaKey) toggle(index);
    else if (event.shiftKey) onChoose(new Set(numbersBetween(anchor.current, index)));
    else {
      anchor.current = index;
      open(index, true);
    }
  }

  const rowId = (index: number) => `${id}-${index}`;
  const isMade = active >= start && active < end;
  return (
    <div
      ref={ref}
      class="record-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={isMade ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0) setActive(0);
      }}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <div class="record-list-all" role="presentation" style={{ height: `${found.length * ROW_HEIGHT}px` }}>
        {[...found.subarray(start, end)].map((number, i) => {
          const index = start + i;
          const row = seen.current.get(number);
          const kind = row?.type === 'passage' ? row.annotation.kind : row?.type;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus.
            <div
              key={number}
              id={rowId(index)}
              role="option"
              aria-selected={chosen.has(number)}
              aria-setsize={found.length}
              aria-posinset={index + 1}
              class={`row row-${kind ?? 'unread'}${index === active ? ' is-active' : ''}${row && row.ref === current ? ' is-current' : ''}`}
              style={{ top: `${index * ROW_HEIGHT}px` }}
              onClick={(event) => onClick(event, index)}
            >
              <span
                class="row-check"
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  toggle(index);
                }}
              />
              <span class="row-content">{row && <RowContent row={row} words={words} />}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
