import { useState } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import { type Annotation, QUOTE_TYPES } from '@/lib/annotations/annotation';

const WORDS = { direct: 'Direct', indirect: 'Indirect', mixed: 'Mixed' } as const;

/** Whether the words are quoted, reported, or both. */
export function QuoteTypeField({ annotation }: { annotation: Annotation }) {
  const session = useSession();
  const [chosen, setChosen] = useState(annotation.quoteType);
  return (
    <fieldset class="field">
      <legend>Quote type</legend>
      <div class="segmented">
        {QUOTE_TYPES.map((type) => (
          <label key={type} class={chosen === type ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={`quote-type-${annotation.id}`}
              value={type}
              checked={chosen === type}
              onChange={() => {
                setChosen(type);
                session.update(annotation.id, { quoteType: type });
              }}
            />
            {WORDS[type]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
