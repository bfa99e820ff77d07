import type { Annotation } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import { type CommandOf, presentAnnotation } from './annotation-commands';
import type { OnRecordDatabase } from './database';
import { refuse } from './gate';

function linked({ links, ...claim }: Annotation, target: Id, isSame: boolean, at: string): Annotation {
  const others = links.filter((link) => link.rel !== 'same-claim' || link.target !== target);
  return { ...claim, links: isSame ? [...others, { rel: 'same-claim', target }] : others, updatedAt: at };
}

/** Links two claims, or parts them. Each of them names the other. */
export async function linkClaims(
  db: OnRecordDatabase,
  { annotationId, target, isSame, at }: CommandOf<'linkClaims'>,
): Promise<void> {
  const [one, other] = [await presentAnnotation(db, annotationId), await presentAnnotation(db, target)];
  if (one.id === other.id || one.kind !== 'claim' || other.kind !== 'claim') {
    throw refuse('Only two claims can be the same one.');
  }
  await db.annotations.bulkPut([linked(one, target, isSame, at), linked(other, annotationId, isSame, at)]);
}
