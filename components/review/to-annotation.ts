import type { Describe } from '@/components/session/dependencies';
import { type Annotation, newAnnotation } from '@/lib/annotations/annotation';
import type { Id, Instant } from '@/lib/annotations/ids';
import { type Segment, toSegment } from '@/lib/annotations/passage';
import type { ReadPage } from '@/lib/article/capture';
import type { Span } from '@/lib/suggest/span';
import type { Suggestion } from './suggestion';

export interface Acceptance {
  id: Id;
  at: Instant;
  creator: string | null;
  /** Null leaves the speaker open. */
  speakerId: Id | null;
  /** False leaves out the passage that names the speaker as well: it may be of somebody else. */
  isTaken: boolean;
}

/** The annotation that an accepted suggestion becomes. `describe` as for the article view. */
export function toAnnotation(
  suggestion: Suggestion,
  { reading, articleKey, hash }: ReadPage,
  describe: Describe,
  { id, at, creator, speakerId, isTaken }: Acceptance,
): Annotation {
  const { kind, segments, quoteType, cue, probability } = suggestion;
  const speaker = isTaken ? suggestion.speaker : null;
  const toStored = ({ start, end }: Span): Segment => toSegment(describe(reading.text, start, end), hash);
  return {
    ...newAnnotation({ id, articleKey, kind, segments: segments.map(toStored), createdAt: at, quoteType, creator }),
    origin: 'suggested',
    probability,
    attribution: {
      speakerId,
      describedAs: describedAs(speaker),
      mention: speaker && toStored(speaker.mention),
      cue: cue && toStored(cue),
    },
  };
}

/** Who is not named is known by how the article describes them; a pronoun describes nobody. */
export function describedAs(speaker: Suggestion['speaker']): string | null {
  if (speaker?.kind !== 'unnamed') return speaker?.role ?? null;
  return speaker.isPronoun ? null : speaker.name;
}
