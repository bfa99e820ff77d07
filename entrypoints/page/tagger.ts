import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import type { Kind } from '@/lib/annotations/annotation';
import { type Failure, toFailure } from '@/lib/annotations/failure';
import type { Id } from '@/lib/annotations/ids';
import type { PageCall, PageCallReply, ToolbarOffer } from '@/lib/page-calls';
import { askUntilAnswered, RETRY_DELAYS } from '@/lib/retry';
import type { PageSession } from './session';
import type { Outcome } from './toolbar/toolbar';

/** Tags what is selected on the page, through the background. */
export interface Tagger {
  /** What can be offered; null when nothing shall be. */
  offer(): Promise<ToolbarOffer | null>;
  /** Tags the selection or, when it is tagged so already, names its speaker. Never rejects. */
  tag(kind: Kind, speakerId: Id | null): Promise<Outcome>;
}

const NO_TEXT: Failure = { code: 'empty-selection', message: 'Nothing that can be described is selected.' };

function savedAs(kind: Kind, done: NonNullable<Outcome['done']>): string {
  if (done === 'named') return i18n.t('toolbar.named');
  return done === 'tagged' ? i18n.t(`toolbar.saved.${kind}`) : i18n.t(`toolbar.already.${kind}`);
}

/** @param send `runtime.sendMessage` */
export function createTagger(session: PageSession, send: (call: PageCall) => Promise<unknown>): Tagger {
  /** What comes from the background is from our own build, and needs no check in here. */
  async function ask<C extends PageCall>(call: C): Promise<PageCallReply<C['type']>> {
    // A worker that was stopped before it answered is asked again: what is stored by then is known to it.
    const attempt = () => send(call).catch(() => undefined);
    const answer = await askUntilAnswered(attempt, RETRY_DELAYS);
    const failure: Failure = { code: 'unreachable', message: 'The background did not answer.' };
    return (answer ?? { ok: false, failure }) as PageCallReply<C['type']>;
  }

  const failed = (failure: Failure): Outcome => ({ done: null, sentence: failureWords(failure) });

  return {
    async offer() {
      const reply = await ask({ to: 'background', from: 'page', type: 'offer' });
      return reply.ok ? reply.value : null;
    },
    async tag(kind, speakerId) {
      try {
        const { selection, ...rest } = session.read();
        if (!selection) return { done: null, sentence: i18n.t('selection.nothing') };
        const { passage, refusal } = selection;
        if (!passage) return failed(refusal ?? NO_TEXT);
        const reading = { ...rest, selection: null };
        const reply = await ask({ to: 'background', from: 'page', type: 'tag', kind, passage, speakerId, reading });
        return reply.ok ? { done: reply.value, sentence: savedAs(kind, reply.value) } : failed(reply.failure);
      } catch (error) {
        return failed(toFailure(error));
      }
    },
  };
}
