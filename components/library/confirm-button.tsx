import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

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
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
  }, [isAsking]);
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
        <button ref={cancel} type="button" class="button button-small" onClick={() => ask(false)}>
          {i18n.t('button.cancel')}
        </button>
      </div>
    </div>
  );
}
