import { i18n } from '#i18n';
import type { Kind } from '@/lib/annotations/annotation';
import { kindWord } from './model-words';
import { QuotedText } from './quoted-text';
import { useSession } from './session-context';
import { useFocusWish } from './use-focus-wish';

const BUTTONS: ReadonlyArray<{ kind: Kind; letter: string }> = [
  { kind: 'quote', letter: 'Q' },
  { kind: 'claim', letter: 'C' },
  { kind: 'speaker', letter: 'S' },
];

/** The passage that is about to be tagged, and the three buttons that tag it. */
export function SelectionPanel() {
  const session = useSession();
  const ref = useFocusWish<HTMLElement>('selection');
  const target = session.target.value;
  const reason = target?.reason ?? null;
  const isBlocked = target !== null && !target.segment;
  return (
    <section class="selection-panel" aria-label={i18n.t('selection.region')} ref={ref} tabIndex={-1}>
      {target?.text ? (
        <p class={`selection-text selection-from-${target.from}`}>
          <QuotedText>{target.text}</QuotedText>
        </p>
      ) : null}
      {reason && (
        <p id="selection-reason" class={target?.text ? 'selection-refusal' : 'selection-empty'}>
          {reason}
        </p>
      )}
      <div class="kind-buttons">
        {BUTTONS.map(({ kind, letter }) => (
          <button
            key={kind}
            type="button"
            class="kind-button"
            aria-keyshortcuts={letter}
            aria-disabled={isBlocked}
            aria-describedby={reason ? 'selection-reason' : undefined}
            onClick={() => session.tag(kind)}
          >
            <span class={`dot dot-${kind}`} aria-hidden="true" />
            {kindWord(kind)}
            <span class="key" aria-hidden="true">
              {letter}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
