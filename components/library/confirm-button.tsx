import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useFocusFirst } from './use-focus-first';

interface ConfirmButtonProps {
  label: string;
  /** What it will do, said before it is done. */
  question: string;
  confirm: string;
  onConfirm(): void;
}

/** A button for what can't be taken back, or for much at once: it asks first. */
export function ConfirmButton({ label, question, confirm, onConfirm }: ConfirmButtonProps) {
  const [isAsking, ask] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" class="button button-small" onClick={() => ask(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="question" role="alertdialog" aria-label={label}>
      <p>{question}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-small button-bad"
          onClick={() => {
            ask(false);
            onConfirm();
          }}
        >
          {confirm}
        </button>
        <CancelButton onCancel={() => ask(false)} />
      </div>
    </div>
  );
}

/** Has the focus at first: a second press of the same key does nothing that can't be taken back. */
function CancelButton({ onCancel }: { onCancel(): void }) {
  const ref = useFocusFirst<HTMLButtonElement>();
  return (
    <button ref={ref} type="button" class="button button-small" onClick={onCancel}>
      {i18n.t('button.cancel')}
    </button>
  );
}
