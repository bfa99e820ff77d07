import type { AnnotationPatch, Command, SpeakerPatch } from './command';

/** The names of the fields that a patch sets; those of an attribution or a review one by one. */
function fieldsOf(patch: AnnotationPatch | SpeakerPatch): string[] {
  return Object.entries(patch).flatMap(([name, value]) =>
    name === 'attribution' || name === 'claim' ? Object.keys(value ?? {}).map((part) => `${name}.${part}`) : name,
  );
}

function covers(later: AnnotationPatch | SpeakerPatch, earlier: AnnotationPatch | SpeakerPatch): boolean {
  const fields = new Set(fieldsOf(later));
  return fieldsOf(earlier).every((field) => fields.has(field));
}

/** Each says anew where an annotation stands, whatever was decided of it before. */
function decidesPlace(earlier: Command, later: Command): boolean {
  if (earlier.type !== 'placeAnnotation' && earlier.type !== 'undoPlacement') return false;
  if (later.type === 'placeAnnotation') return earlier.annotationId === later.annotationId;
  return later.type === 'undoPlacement' && placementOf(earlier) === later.placementId;
}

const placementOf = (command: Extract<Command, { type: 'placeAnnotation' | 'undoPlacement' }>) =>
  command.type === 'placeAnnotation' ? command.placement.id : command.placementId;

const decidesPresence = (command: Command) =>
  command.type === 'deleteAnnotation' || command.type === 'restoreAnnotation' ? command.annotationId : null;

/**
 * Whether `later`, which a person did after `earlier`, decides everything that `earlier` would: it must not be carried out
 * any more, as it would bring back what the person has since changed.
 */
export function isSuperseded(earlier: Command, later: Command): boolean {
  if (earlier.id === later.id || earlier.at > later.at) return false;
  if (earlier.type === 'updateAnnotation' && later.type === 'updateAnnotation') {
    return earlier.annotationId === later.annotationId && covers(later.patch, earlier.patch);
  }
  if (earlier.type === 'updateSpeaker' && later.type === 'updateSpeaker') {
    return earlier.speakerId === later.speakerId && covers(later.patch, earlier.patch);
  }
  if (decidesPlace(earlier, later)) return true;
  const id = decidesPresence(earlier);
  return id !== null && id === decidesPresence(later);
}
