import type { ClaimedUrls } from '@/lib/annotations/article';
import { OnRecordError } from '@/lib/annotations/failure';
import { BackgroundReply, type BackgroundRequest, receive } from '@/lib/messaging';
import { askUntilAnswered, RETRY_DELAYS } from '@/lib/retry';

/** The question put, or undefined when the background was stopped before it answered. */
async function attempt(send: (request: BackgroundRequest) => Promise<unknown>, request: BackgroundRequest) {
  try {
    return await send(request);
  } catch {
    return undefined;
  }
}

/**
 * Asks the background under which key the page's article is or will be stored.
 * @param tabId the tab that shows the page, to be kept painted
 * @throws OnRecordError as the background answers, or `unreachable`
 */
export async function identify(
  send: (request: BackgroundRequest) => Promise<unknown>,
  url: string,
  claimedUrls: ClaimedUrls,
  tabId?: number,
  retryDelays: readonly number[] = RETRY_DELAYS,
): Promise<string> {
  const request = {
    to: 'background',
    type: 'identify',
    url,
    claimedUrls,
    ...(tabId !== undefined && { tabId }),
  } as const;
  const answer = await askUntilAnswered(() => attempt(send, request), retryDelays);
  if (answer !== undefined) {
    const reply = receive(BackgroundReply.identify, answer);
    if (reply.ok) return reply.value.articleKey;
    throw new OnRecordError(reply.failure.code, reply.failure.message);
  }
  throw new OnRecordError('unreachable', 'The background does not answer.');
}
