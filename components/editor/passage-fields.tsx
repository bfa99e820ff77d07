import { i18n } from '#i18n';
import { CrossIcon } from '@/components/icons';
import { QuotedText } from '@/components/quoted-text';
import { passageWords } from '@/components/session/passage-words';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Segment } from '@/lib/annotations/passage';

const PARTS = ['mention', 'cue'] as const;

/** The passages that back the attribution: who is named, and by which words they are said to have said it. */
export function PassageFields({ annotation }: { annotation: Annotation }) {
  return (
    <div class="passages">
      {PARTS.map((part) => (
        <PassageField key={part} annotation={annotation} part={part} segment={annotation.attribution[part]} />
      ))}
    </div>
  );
}

interface PassageFieldProps {
  annotation: Annotation;
  part: (typeof PARTS)[number];
  segment: Segment | null;
}

function PassageField({ annotation, part, segment }: PassageFieldProps) {
  const session = useSession();
  const reason = session.target.value?.reason ?? null;
  const use = i18n.t(`${part}.use`);
  const clear = i18n.t(`${part}.clear`);
  return (
    <div class="passage">
      <span class="passage-title">{i18n.t(`${part}.title`)}</span>
      {segment ? (
        <span class="passage-words">
          <QuotedText>{passageWords({ segments: [segment] })}</QuotedText>
          <button
            type="button"
            class="icon-button"
            title={clear}
            aria-label={clear}
            onClick={() => session.update(annotation.id, { attribution: { [part]: null } })}
          >
            <CrossIcon />
          </button>
        </span>
      ) : (
        <span class="passage-words passage-empty">{i18n.t(`${part}.empty`)}</span>
      )}
      <button
        type="button"
        class="button button-small"
        aria-label={use}
        aria-disabled={reason !== null}
        title={reason ?? use}
        onClick={() => session.attachSelection(annotation.id, part)}
      >
        {i18n.t('editor.useSelection')}
      </button>
    </div>
  );
}
