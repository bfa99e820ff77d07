import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { SessionContext } from '@/components/session-context';
import type { AnnotationPatch, SpeakerPatch } from '@/lib/annotations/command';
import type { Id } from '@/lib/annotations/ids';

/** What the fields of an editor do with what is typed. */
export interface Editing {
  update(annotationId: Id, patch: AnnotationPatch): void;
  updateSpeaker(speakerId: Id, patch: SpeakerPatch): void;
}

/** For an editor that stands in no session. */
export const EditingContext = createContext<Editing | null>(null);

/** @throws Error outside of a session and of an `EditingContext` */
export function useEditing(): Editing {
  const session = useContext(SessionContext);
  const editing = useContext(EditingContext) ?? session;
  if (!editing) throw new Error('A field of an editor stands where nothing can be edited.');
  return editing;
}
