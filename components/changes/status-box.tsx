import type { ComponentChildren } from 'preact';
import { AlertIcon } from '@/components/icons';

/** What a person should look at, under the words that say what it is. */
export function StatusBox({ headline, children }: { headline: string; children?: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form.
    <div class="status-box" role="group" aria-label={headline}>
      <p class="status-headline">
        <AlertIcon />
        <span class="label-warning">{headline}</span>
      </p>
      {children}
    </div>
  );
}
