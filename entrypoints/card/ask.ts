import { OnRecordError } from '@/lib/annotations/failure';
import type { CardCall, CardCallReply, CardPlace } from '@/lib/card-calls';
import { askUntilAnswered, RETRY_DELAYS } from '@/lib/retry';
import { randomId } from './random-id';

type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, K> : never;
/** What the card asks, without what goes along with all that it asks. */
export type Asked = Without<CardCall, 'to' | 'from' | 'place' | 'command'>;
export type Answered<T extends CardCall['type']> = Extract<CardCallReply<T>, { ok: true }>['value'];

/** Asks the background. Rejects with the OnRecordError that it answers with, or with `unreachable`. */
export type Ask = <A extends Asked>(asked: A) => Promise<Answered<A['type']>>;

/**
 * @param send `runtime.sendMessage`
 * @param place where the page is now
 */
export function createAsk(send: (call: CardCall) => Promise<unknown>, place: () => CardPlace): Ask {
  return async <A extends Asked>(asked: A) => {
    const call = { to: 'background', from: 'card', place: place(), command: randomId(), ...asked } as CardCall;
    // A worker that was stopped before it answered is asked again: what was carried out by then is not done twice.
    const answer = await askUntilAnswered(() => send(call).catch(() => undefined), RETRY_DELAYS);
    // What comes from the background is from our own build, and needs no check in here.
    const reply = answer as CardCallReply<A['type']> | undefined;
    if (!reply) throw new OnRecordError('unreachable', 'The background did not answer.');
    if (!reply.ok) throw new OnRecordError(reply.failure.code, reply.failure.message);
    return reply.value as Answered<A['type']>;
  };
}
