import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSession } from './session-context';

const NOTHING: FunctionComponent = () => null;

/**
 * A view that is loaded when it is shown for the first time, so that the popup is there sooner; `Meanwhile` stands in for
 * it until then. One that `isSoon` needed is loaded before, right after what must be there for the popup to open.
 */
export function lazyView<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Meanwhile: FunctionComponent<P> = NOTHING,
  isSoon = false,
): FunctionComponent<P> {
  const view = signal<FunctionComponent<P> | null>(null);
  const fetch = () =>
    load().then((loaded) => {
      view.value = loaded;
    });
  // If that fails, whoever shows it tries again and is told.
  if (isSoon) fetch().catch(() => undefined);
  return function LazyView(props) {
    const session = useSession();
    const View = view.value ?? Meanwhile;
    useEffect(() => {
      if (view.value) return;
      fetch().catch(session.report);
    }, [session]);
    return <View {...props} />;
  };
}
