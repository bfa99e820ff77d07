import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Speaker } from '@/lib/annotations/speaker';
import { matchingSpeakers } from './matching-speakers';
import { SpeakerOptions } from './speaker-options';

interface SpeakerComboboxProps {
  /** Unique in the document; the listbox and its options are named after it. */
  id: string;
  inputRef: RefObject<HTMLInputElement | null>;
  known: readonly KnownSpeaker[];
  articleKey: string | null;
  chosen: Speaker | null;
  /** What was typed and not decided on, from an earlier time. */
  undecided: string | null;
  /** A name to begin with when nothing was typed. It becomes a speaker only when a person says so. */
  suggested: string | null;
  onChoose(speaker: Speaker): void;
  onCreate(name: string): void;
  onClear(): void;
  /** Enter was pressed with nothing typed and nothing chosen from. */
  onEnterEmpty?(): void;
  /** Called with what is typed but not decided on; null when nothing is left to decide. */
  onUndecided(text: string | null): void;
}

/**
 * An editable combobox with a list of the speakers that match. Speakers are never merged silently: an existing one is
 * named only when a person chooses it, and a new one of the same name can always be made.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SpeakerCombobox(props: SpeakerComboboxProps) {
  const { id, inputRef, known, articleKey, chosen, onChoose, onCreate, onClear, onUndecided } = props;
  /** Null while the field shows the speaker who was chosen. */
  const [typed, setTyped] = useState(props.undecided ?? props.suggested);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [isFocused, setFocused] = useState(false);
  /** The same as the state, for handlers that come before the next rendering. */
  const latest = useRef(typed);
  /** Whether a person typed the text; a suggested name is nobody's word yet. */
  const isTyped = useRef(props.undecided !== null);
  /** Escape leaves without a decision. */
  const escaped = useRef(false);

  const text = typed ?? chosen?.name ?? '';
  const matches = matchingSpeakers(typed ?? '', known, articleKey);
  const newName = typed?.trim() || null;
  const count = matches.length + (newName ? 1 : 0);
  const optionId = (index: number) => `${id}-option-${index}`;

  const change = (next: string | null) => {
    latest.current = next;
    setTyped(next);
    onUndecided(next?.trim() ? next : null);
  };
  const openAt = (index: number) => {
    setOpen(true);
    setActive(index);
  };
  const choose = (index: number) => {
    const match = matches[index];
    const name = latest.current?.trim();
    setOpen(false);
    if (match) {
      change(null);
      onChoose(match.speaker);
    } else if (name) {
      change(null);
      onCreate(name);
    }
  };

  /** On leaving: a typed name that nobody bears or resembles is a new speaker; any other text waits for a decision. */
  const settle = () => {
    setOpen(false);
    const name = latest.current?.trim();
    if (!name || name === chosen?.name) {
      if (latest.current !== null) change(null);
      return;
    }
    if (!isTyped.current || matchingSpeakers(name, known, articleKey).length > 0) return;
    change(null);
    onCreate(name);
  };

  useEffect(() => {
    if (isOpen && active >= 0) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  });

  // A suggestion may come while the field is there already; what a person typed stays.
  useEffect(() => {
    if (isTyped.current || chosen || props.suggested === null || latest.current === props.suggested) return;
    // Enter in the empty field has brought it: whoever presses that once more has not seen the namesakes.
    const index = latest.current ? 0 : -1;
    latest.current = props.suggested;
    setTyped(props.suggested);
    if (document.activeElement === inputRef.current) openAt(index);
  }, [props.suggested]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const isListed = isOpen && count > 0;
    switch (event.key) {
      case 'ArrowDown':
        openAt(isListed ? (active + 1) % count : 0);
        break;
      case 'ArrowUp':
        openAt(isListed ? (active <= 0 ? count : active) - 1 : count - 1);
        break;
      case 'Enter':
        // A key that is held down would choose what nobody has seen.
        if (event.repeat) break;
        if (isListed && active >= 0) choose(active);
        else if (newName) openAt(0);
        else if (text === '') props.onEnterEmpty?.();
        break;
      case 'Escape':
        escaped.current = true;
        if (!isListed) return;
        setOpen(false);
        event.stopPropagation();
        break;
      case 'Tab':
        // Before the focus moves, so that the next field already knows the speaker.
        settle();
        return;
      default:
        return;
    }
    event.preventDefault();
  };

  const isListed = isOpen && count > 0;
  const waits = !isFocused && typed !== null && typed.trim() !== '' && typed.trim() !== chosen?.name;
  return (
    <div class="combobox">
      <input
        ref={inputRef}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        placeholder={i18n.t('speakers.placeholder')}
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && active >= 0 ? optionId(active) : undefined}
        aria-describedby={waits ? `${id}-hint` : undefined}
        value={text}
        onInput={(event) => {
          const value = event.currentTarget.value;
          escaped.current = false;
          isTyped.current = true;
          change(value);
          if (value.trim() === '') {
            setOpen(false);
            onClear();
          } else {
            openAt(0);
          }
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          setFocused(true);
          escaped.current = false;
          event.currentTarget.select();
          if (latest.current?.trim()) openAt(0);
        }}
        onBlur={() => {
          setFocused(false);
          // A window that loses the focus, as a popup that closes does, decides nothing.
          if (document.hasFocus() && !escaped.current) settle();
        }}
      />
      <SpeakerOptions
        id={`${id}-list`}
        isOpen={isListed}
        matches={matches}
        newName={newName}
        active={active}
        optionId={optionId}
        onChoose={choose}
      />
      {waits && (
        <p class="field-hint" id={`${id}-hint`}>
          {chosen ? i18n.t('speakers.undecidedOf', { name: chosen.name }) : i18n.t('speakers.undecided')}
        </p>
      )}
    </div>
  );
}
