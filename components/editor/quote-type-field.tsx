import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { quoteTypeWord } from '@/components/model-words';
import { type Annotation, QUOTE_TYPES } from '@/lib/annotations/annotation';
import { useEditing } from './editing';

/** Whether the words are quoted, reported, or both. */
export function QuoteTypeField({ annotation }: { annotation: Annotation }) {
  const editing = useEditing();
  const [chosen, setChosen] = useState(annotation.quoteType);
  return (
    <fieldset class="field">
      <legend>{i18n.t('editor.quoteType')}</legend>
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
                editing.update(annotation.id, { quoteType: type });
              }}
            />
            {quoteTypeWord(type)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
