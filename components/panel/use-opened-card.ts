import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Listed } from '@/components/session/reading-order';
import { useSession } from '@/components/session-context';
import { type Filter, filtered } from './filters';

/**
 * Brings the card of what was opened on the page last into view, in the element that holds the cards; where the filter
 * keeps it out, all of them are shown.
 */
export function useOpenedCard(
  ref: RefObject<HTMLElement | null>,
  listed: readonly Listed[] | null,
  filter: Filter,
  showAll: () => void,
): void {
  const opened = useSession().openedOnPage.value;
  useEffect(() => {
    if (!opened || !listed) return;
    const isOpened = ({ annotation }: Listed) => annotation.id === opened.id;
    if (listed.some(isOpened) && !filtered(listed, filter).some(isOpened)) showAll();
  }, [opened]);
  useEffect(() => {
    ref.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
    // After a change of the filter, too, which was for its sake.
  }, [opened, filter]);
}
