import type { ClaimedUrls } from '@/lib/annotations/article';
import { OnRecordError } from '@/lib/annotations/failure';
import { BackgroundReply, type BackgroundRequest, receive } from '@/lib/messaging';

/** Waits between attempts, in ms: a service worker that was stopped is back within about 60. */
const RETRY_DELAYS = [50, 200, 1000];

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
 * @throws OnRecordError as the background answers, or `unreachable`
 */
export async function identify(
  send: (request: BackgroundRequest) => Promise<unknown>,
  url: string,
  claimedUrls: ClaimedUrls,
  retryDelays: readonly number[] = RETRY_DELAYS,
): Promise<string> {
  for (const delay of [...retryDelays, null]) {
    const answer = await attempt(send, { to: 'background', type: 'identify', url, claimedUrls });
    if (answer !== undefined && answer !== null) {
      const reply = receive(BackgroundReply.identify, answer);
      if (reply.ok) return reply.value.articleKey;
      throw new OnRecordError(reply.failure.code, reply.failure.message);
    }
    if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay));
  }
  throw new OnRecordError('unreachable', 'On Record is not answering. Close it and click its icon again.');
}
