import { lazyView } from '@/components/lazy-view';
import { anchoringWords } from '@/components/session/anchoring-words';
import type { Listed } from '@/components/session/reading-order';

export interface StatusProps {
  listed: Listed;
  /** The id of the element that holds the card's words: buttons are described by it. */
  wordsId: string;
}

function Headlines({ listed }: StatusProps) {
  return anchoringWords(listed).map((words) => (
    <p key={words} class="label-warning">
      {words}
    </p>
  ));
}

/** Comparing wordings is heavy and rarely needed. */
const StatusPanel = lazyView(async () => (await import('./status-panel')).StatusPanel, Headlines);

/** How the annotation was found on the page and what was decided about that; nothing when all is as it was recorded. */
export function CardStatus(props: StatusProps) {
  const { listed } = props;
  const isNeeded = anchoringWords(listed).length > 0 || listed.annotation.placements.length > 0;
  return isNeeded ? <StatusPanel {...props} /> : null;
}
