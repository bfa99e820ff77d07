import type { Session } from '@/components/session/session';
import type { ReadPage } from '@/lib/article/capture';
import { createAcceptances } from './acceptances';
import { readDismissed } from './dismissed';
import { createPaintable } from './paintable';
import { createReview, type Review } from './review';
import { suggestionsOf } from './suggestion';

/** Asks the engine, which is loaded for that, what the page holds; reported speech only on demand. */
export async function loadReview(session: Session, page: ReadPage, wantsReported: boolean): Promise<Review> {
  const [{ suggest }, describe, dismissed] = await Promise.all([
    import('@/lib/suggest/suggest'),
    session.loadDescribe(),
    readDismissed(session.kept, page.articleKey),
  ]);
  const { text, blocks, metadata } = page.reading;
  const suggestions = suggestionsOf(text, suggest(text, { lang: metadata.lang, blocks }), wantsReported);
  const acceptances = createAcceptances(session, page, describe);
  const paintable = createPaintable(page, describe, session.newId);
  return createReview(session, page, suggestions, dismissed, acceptances, paintable);
}
