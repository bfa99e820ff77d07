import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import { takesLetters } from '@/components/shortcuts';

const cardOf = (node: Element | null): HTMLElement | null => node?.closest<HTMLElement>('.card') ?? null;

/**
 * J and K go to the next and the previous card, which shows its passage on the page; on a card, Enter shows it again, E
 * edits it and Delete deletes it. Returns a ref for the element that holds the cards.
 */
export function useCardKeys() {
  const session = useSession();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || takesLetters(event.target)) return;
      const cards = [...(ref.current?.querySelectorAll<HTMLElement>('.card') ?? [])];
      // From the card that is in focus or, for want of one, that of what was opened on the page.
      const at = cards.findIndex((one) => one === (cardOf(document.activeElement) ?? one.closest('[aria-current]')));
      const card = cards[at];
      const isOnCard = card === document.activeElement;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (key === 'j' || key === 'k') {
        const next = cards[key === 'j' ? at + 1 : Math.max(at - 1, 0)];
        next?.focus();
      } else if (!isOnCard || !card) return;
      else if (key === 'Enter') session.showOnPage(card.dataset.id ?? '');
      else if (key === 'e') card.querySelector<HTMLElement>('[aria-expanded]')?.click();
      else if (key === 'Delete') card.querySelector<HTMLElement>('.icon-button-delete')?.click();
      else return;
      event.preventDefault();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      const id = target instanceof HTMLElement && target.matches('.card') ? target.dataset.id : undefined;
      if (id) session.showOnPage(id);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [session]);

  return ref;
}
