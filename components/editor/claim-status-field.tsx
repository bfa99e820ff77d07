import { useState } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import { type Annotation, CLAIM_STATUSES } from '@/lib/annotations/annotation';

const WORDS = {
  unchecked: 'Unchecked',
  supported: 'Supported',
  disputed: 'Disputed',
  false: 'False',
  other: 'Other',
} as const;

/** What is known of a claim so far. */
export function ClaimStatusField({ id, annotation }: { id: string; annotation: Annotation }) {
  const session = useSession();
  const [chosen, setChosen] = useState(annotation.claim?.status ?? 'unchecked');
  return (
    <div class="field">
      <label for={id}>Claim status</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const status = CLAIM_STATUSES.find((known) => known === event.currentTarget.value);
          if (!status) return;
          setChosen(status);
          session.update(annotation.id, { claim: { status } });
        }}
      >
        {CLAIM_STATUSES.map((status) => (
          <option key={status} value={status}>
            {WORDS[status]}
          </option>
        ))}
      </select>
    </div>
  );
}
