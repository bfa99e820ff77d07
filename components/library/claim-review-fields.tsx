import { i18n } from '#i18n';
import { CrossIcon } from '@/components/icons';
import type { Annotation, Evidence } from '@/lib/annotations/annotation';
import { CommittedField } from './committed-field';
import { useLibrary } from './library';

/** What a person found out about a claim: their rating in words, a summary, and what speaks for or against it. */
export function ClaimReviewFields({ annotation }: { annotation: Annotation }) {
  const library = useLibrary();
  const { claim } = annotation;
  if (!claim) return null;
  const change = (patch: Partial<typeof claim>) =>
    void library.act([
      { type: 'updateAnnotation', annotationId: annotation.id, patch: { claim: patch }, capture: null },
    ]);
  const setEvidence = (id: string, part: Partial<Evidence> | null) =>
    change({
      evidence: claim.evidence.flatMap((one) => (one.id !== id ? [one] : part === null ? [] : [{ ...one, ...part }])),
    });
  return (
    <>
      <CommittedField
        id="detail-rating"
        label={i18n.t('library.claim.rating')}
        placeholder={i18n.t('library.claim.ratingExample')}
        value={claim.rating ?? ''}
        onCommit={(rating) => change({ rating: rating || null })}
      />
      <CommittedField
        id="detail-summary"
        label={i18n.t('library.claim.summary')}
        value={claim.summary ?? ''}
        isLong
        onCommit={(summary) => change({ summary: summary || null })}
      />
      <section class="evidence" aria-label={i18n.t('library.claim.evidence')}>
        <h3>{i18n.t('library.claim.evidence')}</h3>
        {claim.evidence.map((one, i) => (
          <div key={one.id} class="evidence-item">
            <CommittedField
              id={`evidence-url-${one.id}`}
              label={i18n.t('library.claim.link', { number: i + 1 })}
              value={one.url}
              onCommit={(url) => setEvidence(one.id, { url })}
            />
            <CommittedField
              id={`evidence-title-${one.id}`}
              label={i18n.t('library.claim.title')}
              value={one.title}
              onCommit={(title) => setEvidence(one.id, { title })}
            />
            <CommittedField
              id={`evidence-note-${one.id}`}
              label={i18n.t('editor.note')}
              value={one.note}
              onCommit={(note) => setEvidence(one.id, { note })}
            />
            <div class="evidence-end">
              {/^https?:/i.test(one.url) && (
                <a href={one.url} target="_blank" rel="noopener noreferrer">
                  {one.title || one.url}
                </a>
              )}
              <button
                type="button"
                class="icon-button"
                title={i18n.t('library.claim.removeLink')}
                aria-label={`${i18n.t('library.claim.removeLink')} ${i + 1}`}
                onClick={() => setEvidence(one.id, null)}
              >
                <CrossIcon />
              </button>
            </div>
          </div>
        ))}
        <button
          type="button"
          class="button button-small"
          onClick={() =>
            change({
              evidence: [
                ...claim.evidence,
                { id: library.newId(), url: '', title: '', note: '', addedAt: library.now() },
              ],
            })
          }
        >
          {i18n.t('library.claim.addLink')}
        </button>
      </section>
    </>
  );
}
