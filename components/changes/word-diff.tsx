import { i18n } from '#i18n';
import { QuotedText } from '@/components/quoted-text';
import type { WordingPart } from '@/lib/anchoring/changes';

/** A word for those who hear the text; it must not decide in which direction the text around it runs. */
function Said({ children }: { children: string }) {
  return (
    <span class="visually-hidden" lang={i18n.t('lang')} dir="ltr">
      {children}
    </span>
  );
}

/** Two wordings in one: what was removed and what was added stand where they differ. */
export function WordDiff({ parts }: { parts: readonly WordingPart[] }) {
  return (
    <QuotedText>
      {parts.map(({ kind, text }, i) => {
        if (kind === 'same') return text;
        const Change = kind === 'removed' ? 'del' : 'ins';
        return (
          <Change key={i}>
            <Said>{` ${kind === 'removed' ? i18n.t('anchoring.removed') : i18n.t('anchoring.added')} `}</Said>
            {text}
          </Change>
        );
      })}
    </QuotedText>
  );
}
