import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CheckIcon } from '@/components/icons';
import { KINDS, type Kind } from '@/lib/annotations/annotation';

export interface PracticeProps {
  /** The key of each kind, while the bar shows; empty for none. */
  keys: Readonly<Record<Kind, string>>;
  /** Lets passages of `text` be tagged, until `signal` aborts. */
  practise(
    options: { text: HTMLElement; keys: Readonly<Record<Kind, string>>; onTag(kind: Kind): void },
    signal: AbortSignal,
  ): void;
}

/** A text to try tagging on, with what to try; nothing of it is kept. */
export function Practice({ keys, practise }: PracticeProps) {
  const textRef = useRef<HTMLElement>(null);
  const [done, setDone] = useState<ReadonlySet<Kind>>(new Set());
  const [round, begin] = useState(0);
  // Each round begins with nothing painted.
  useEffect(() => {
    const life = new AbortController();
    const onTag = (kind: Kind) => setDone((before) => new Set(before).add(kind));
    if (textRef.current) practise({ text: textRef.current, keys, onTag }, life.signal);
    return () => life.abort();
  }, [practise, keys, round]);
  const isOver = KINDS.every((kind) => done.has(kind));
  return (
    <>
      <p>{i18n.t('welcome.practice.how')}</p>
      <ol class="steps">
        {KINDS.map((kind) => (
          <li key={kind} class={done.has(kind) ? 'step step-done' : 'step'}>
            <span class={`dot dot-${kind}`} />
            <span>
              {i18n.t(`welcome.practice.step.${kind}`)} <kbd>{keys[kind].toUpperCase()}</kbd>
              {done.has(kind) && <span class="visually-hidden">{i18n.t('welcome.practice.stepDone')}</span>}
            </span>
            {done.has(kind) && <CheckIcon />}
          </li>
        ))}
      </ol>
      <article ref={textRef} class="practice-text" aria-label={i18n.t('welcome.practice.headline')}>
        <h3>{i18n.t('welcome.practice.headline')}</h3>
        <p>{i18n.t('welcome.practice.first')}</p>
        <p>{i18n.t('welcome.practice.second')}</p>
      </article>
      <p class="practice-end" role="status">
        {isOver && i18n.t('welcome.practice.over')}
      </p>
      {done.size > 0 && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            setDone(new Set());
            begin(round + 1);
          }}
        >
          {i18n.t('welcome.practice.restart')}
        </button>
      )}
    </>
  );
}
