import { identityOf } from '@/components/review/known-name';
import { isNamed } from '@/components/review/suggestion';
import { describedAs } from '@/components/review/to-annotation';
import type { Session } from '@/components/session/session';
import type { Annotation } from '@/lib/annotations/annotation';
import type { AnnotationPatch } from '@/lib/annotations/command';
import type { Id } from '@/lib/annotations/ids';
import { toSegment } from '@/lib/annotations/passage';
import { captureOf, type ReadPage } from '@/lib/article/capture';
import type { Span } from '@/lib/suggest/span';
import type { Proposal } from './proposal';

/**
 * Takes over who said it, with mention, cue and type. Of a speaker who may be somebody from another article nothing is
 * decided: the id is null then, as it is of one whom nobody names.
 */
export async function acceptProposal(
  session: Session,
  page: ReadPage,
  annotation: Annotation,
  { speaker, cue, quoteType }: Proposal,
): Promise<Id | null> {
  const describe = await session.loadDescribe();
  const toStored = ({ start, end }: Span) => toSegment(describe(page.reading.text, start, end), page.hash);
  const speakerId = speaker && speakerIdOf();
  const patch: AnnotationPatch = {
    ...(quoteType && { quoteType }),
    attribution: {
      mention: speaker && toStored(speaker.mention),
      cue: cue && toStored(cue),
      ...(speakerId || !isNamed(speaker) ? { describedAs: describedAs(speaker) } : {}),
    },
  };
  const at = session.now();
  const capture = captureOf(page, at);
  session.writes.run({
    type: 'updateAnnotation',
    id: session.newId(),
    at,
    annotationId: annotation.id,
    patch,
    capture,
  });
  return speakerId;

  function speakerIdOf(): Id | null {
    if (!speaker || !isNamed(speaker) || !page) return null;
    const identity = identityOf(speaker, session.speakers.value, page.articleKey);
    if (identity.is === 'unclear') return null;
    if (identity.is === 'new') return session.createSpeaker(speaker.name, annotation, speaker.role ?? '').id;
    session.setSpeaker(annotation.id, identity.speaker.id);
    return identity.speaker.id;
  }
}
