import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { claimStatusWord } from '@/components/model-words';
import { type Annotation, CLAIM_STATUSES } from '@/lib/annotations/annotation';
import { useEditing } from './editing';

/** What is known of a claim so far. */
export function ClaimStatusField({ id, annotation }: { id: string; annotation: Annotation }) {
  const editing = useEditing();
  const [chosen, setChosen] = useState(annotation.claim?.status ?? 'unchecked');
  return (
    <div class="field">
      <label for={id}>{i18n.t('editor.claimStatus')}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const status = CLAIM_STATUSES.find((known) => known === event.currentTarget.value);
          if (!status) return;
          setChosen(status);
          editing.update(annotation.id, { claim: { status } });
        }}
      >
        {CLAIM_STATUSES.map((status) => (
          <option key={status} value={status}>
            {claimStatusWord(status)}
          </option>
        ))}
      </select>
    </div>
  );
}
