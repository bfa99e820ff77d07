import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Snapshot } from '@/lib/annotations/article';
import { useLibrary } from './library';

export interface ReaderProps {
  snapshot: Snapshot;
  annotations: readonly Annotation[];
  /** The annotation to be shown; null for none in particular. */
  at: string | null;
}

/** The reader comes with what finds passages in a text, which is loaded when the first article is opened. */
export function Reader(props: ReaderProps) {
  const library = useLibrary();
  const [Loaded, setLoaded] = useState<FunctionComponent<ReaderProps> | null>(null);
  useEffect(() => {
    import('./snapshot-view').then(({ SnapshotView }) => setLoaded(() => SnapshotView), library.report);
  }, [library]);
  return Loaded && <Loaded {...props} />;
}
