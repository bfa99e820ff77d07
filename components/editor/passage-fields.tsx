import { CrossIcon } from '@/components/icons';
import { QuotedText } from '@/components/quoted-text';
import { passageWords } from '@/components/session/passage-words';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Segment } from '@/lib/annotations/passage';

const PARTS = [
  { part: 'mention', title: 'Mention', empty: 'names the speaker' },
  { part: 'cue', title: 'Cue', empty: '“said”, “told”…' },
] as const;

/** The passages that back the attribution: who is named, and by which words they are said to have said it. */
export function PassageFields({ annotation }: { annotation: Annotation }) {
  return (
    <div class="passages">
      {PARTS.map(({ part, title, empty }) => (
        <PassageField
          key={part}
          annotation={annotation}
          part={part}
          title={title}
          empty={empty}
          segment={annotation.attribution[part]}
        />
      ))}
    </div>
  );
}

interface PassageFieldProps {
  annotation: Annotation;
  part: 'mention' | 'cue';
  title: string;
  empty: string;
  segment: Segment | null;
}

function PassageField({ annotation, part, title, empty, segment }: PassageFieldProps) {
  const session = useSession();
  const reason = session.target.value?.reason ?? null;
  return (
    <div class="passage">
      <span class="passage-title">{title}</span>
      {segment ? (
        <span class="passage-words">
          <QuotedText>{passageWords({ segments: [segment] })}</QuotedText>
          <button
            type="button"
            class="icon-button"
            title={`Clear ${part}`}
            aria-label={`Clear ${part}`}
            onClick={() => session.update(annotation.id, { attribution: { [part]: null } })}
          >
            <CrossIcon />
          </button>
        </span>
      ) : (
        <span class="passage-words passage-empty">{empty}</span>
      )}
      <button
        type="button"
        class="button button-small"
        aria-label={`Use selection as ${part}`}
        aria-disabled={reason !== null}
        title={reason ?? `Use selection as ${part}`}
        onClick={() => session.attachSelection(annotation.id, part)}
      >
        Use selection
      </button>
    </div>
  );
}
