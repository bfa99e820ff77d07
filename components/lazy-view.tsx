import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSession } from './session-context';

const NOTHING: FunctionComponent = () => null;

/**
 * A view that is loaded when it is shown for the first time, so that the popup is there sooner; `Meanwhile` stands in for
 * it until then.
 */
export function lazyView<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Meanwhile: FunctionComponent<P> = NOTHING,
): FunctionComponent<P> {
  const view = signal<FunctionComponent<P> | null>(null);
  return function LazyView(props) {
    const session = useSession();
    const View = view.value ?? Meanwhile;
    useEffect(() => {
      if (view.value) return;
      load().then((loaded) => {
        view.value = loaded;
      }, session.report);
    }, [session]);
    return <View {...props} />;
  };
}
