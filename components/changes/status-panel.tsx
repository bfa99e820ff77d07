import { anchoringWords, attributionWords, isUndecided } from '@/components/session/anchoring-words';
import { keptPlacement, placementInForce } from '@/lib/annotations/placement';
import type { StatusProps } from './card-status';
import './changes.css';
import { ChangedWording } from './changed-wording';
import { DecisionNote } from './decision-note';
import { Finder } from './finder';
import { Places } from './places';
import { StatusBox } from './status-box';

/** How an annotation was found on the page, what was decided about that, and what can be. */
export function StatusPanel({ listed, wordsId }: StatusProps) {
  const { annotation, anchoring } = listed;
  const inForce = placementInForce(annotation);
  const kept = anchoring?.status === 'changed' ? keptPlacement(annotation, anchoring.current) : null;
  const [words = ''] = anchoringWords(listed);
  const status = anchoring?.status;
  return (
    <div class="status">
      {inForce && <DecisionNote key={inForce.id} annotation={annotation} placement={inForce} wordsId={wordsId} />}
      {kept && <DecisionNote key={kept.id} annotation={annotation} placement={kept} wordsId={wordsId} />}
      {isUndecided(listed) && <ChangedWording listed={listed} wordsId={wordsId} />}
      {(status === 'ambiguous' || status === 'orphan') && (
        <StatusBox headline={words}>
          {status === 'ambiguous' && <Places listed={listed} wordsId={wordsId} />}
          <Finder annotation={annotation} wordsId={wordsId} />
        </StatusBox>
      )}
      {anchoring?.attributionChanged && <StatusBox headline={attributionWords()} />}
    </div>
  );
}
