import { useState } from 'preact/hooks';

interface CommittedFieldProps {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  isLong?: boolean;
  /** Called with what was typed, without the blanks around it, when the field is left or Enter is pressed. */
  onCommit(value: string): void;
}

/** A field whose text counts once it is left: what depends on it is not changed with every key. */
export function CommittedField({ id, label, value, placeholder, isLong, onCommit }: CommittedFieldProps) {
  /** Null while nothing else is typed than what is stored. */
  const [typed, type] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim());
    type(null);
  };
  const common = {
    id,
    placeholder,
    autocomplete: 'off',
    value: typed ?? value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => type(currentTarget.value),
    onBlur: commit,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...common} rows={3} />
      ) : (
        <input
          {...common}
          type="text"
          onKeyDown={({ key, isComposing }) => {
            if (key === 'Enter' && !isComposing) commit();
          }}
        />
      )}
    </div>
  );
}
