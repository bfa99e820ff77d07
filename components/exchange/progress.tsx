import { i18n } from '#i18n';
import { number } from './words';

interface ProgressProps {
  label: string;
  done: number;
  /** 0 as long as it is not known. */
  total: number;
  onCancel(): void;
}

/** How far long work is, and a way to end it. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const counted = total > 0 ? i18n.t('exchange.ofTotal', { done: number(done), total: number(total) }) : number(done);
  return (
    <div class="exchange-progress">
      <progress aria-label={label} {...(total > 0 && { max: total, value: done })} />
      <p>
        {label} <span class="exchange-counted">{counted}</span>
      </p>
      <button type="button" class="button button-small" onClick={onCancel}>
        {i18n.t('button.cancel')}
      </button>
    </div>
  );
}
