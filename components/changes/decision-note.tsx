import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { QuotedText } from '@/components/quoted-text';
import { passageWords } from '@/components/session/passage-words';
import { useSession } from '@/components/session-context';
import { useFocusWish } from '@/components/use-focus-wish';
import { SLOT, WithSlot } from '@/components/with-slot';
import type { Annotation } from '@/lib/annotations/annotation';
import { type Placement, segmentsToAnchor } from '@/lib/annotations/placement';
import { ChangedParts } from './changed-parts';
import { usePlacing } from './placing';
import { changesBetween } from './wording-changes';

interface DecisionNoteProps {
  annotation: Annotation;
  placement: Placement;
  wordsId: string;
}

/** What was decided, with the wording that the card does not show, the difference, and the way back. */
export function DecisionNote({ annotation, placement, wordsId }: DecisionNoteProps) {
  const session = useSession();
  const placing = usePlacing();
  const undoRef = useFocusWish<HTMLButtonElement>('decided', placement.id);
  const [isOpen, setOpen] = useState(false);
  const isKept = placement.decision === 'kept';
  const before = isKept ? segmentsToAnchor(annotation) : annotation.segments;
  const other = passageWords({ segments: isKept ? placement.segments : before });
  const lang = session.reading.value?.metadata.lang ?? null;
  const { changed } = useMemo(() => changesBetween(before, placement.segments, lang), [before, placement, lang]);
  const { decision } = placement;
  const words = i18n.t(`placing.decided.${decision}`);
  return (
    <div class="decision">
      <p class="decision-words">
        {changed.length > 0 ? (
          <WithSlot message={i18n.t(`placing.decidedWords.${decision}`, { words: SLOT })}>
            <QuotedText class="other-words">{other}</QuotedText>
          </WithSlot>
        ) : (
          words
        )}
      </p>
      <div class="decision-buttons">
        {changed.length > 0 && (
          <button
            type="button"
            class="text-button"
            aria-expanded={isOpen}
            aria-describedby={wordsId}
            onClick={() => setOpen(!isOpen)}
          >
            {i18n.t('placing.seeChange')}
          </button>
        )}
        <button
          ref={undoRef}
          type="button"
          class="text-button"
          aria-label={i18n.t('placing.undo', { decision: words })}
          aria-describedby={wordsId}
          onClick={() => placing.undoPlacement(annotation, placement)}
        >
          {i18n.t('button.undo')}
        </button>
      </div>
      {isOpen && <ChangedParts changed={changed} of={before.length} />}
    </div>
  );
}
