import type { ComponentChildren } from 'preact';
import { useSession } from './session-context';

/** Words of the page, in the language and direction of its article. */
export function QuotedText({ children, class: className }: { children: ComponentChildren; class?: string }) {
  const metadata = useSession().reading.value?.metadata;
  return (
    <span class={className} lang={metadata?.lang ?? undefined} dir={metadata?.dir ?? 'auto'}>
      {children}
    </span>
  );
}
