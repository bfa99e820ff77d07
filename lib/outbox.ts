/**
 * Writes that are carried out exactly once, though the view that asks for them may be closed in the same moment and the
 * service worker that does them may be stopped at any other. The view puts a command into session storage and sends it
 * in one go; the background takes both as a reason to carry out all that waits, in order. A repetition does no harm: the
 * store keeps a receipt of every command.
 */
import * as v from 'valibot';
import { Command } from './annotations/command';
import { Failure, OnRecordError, toFailure } from './annotations/failure';
import { BackgroundReply, type BackgroundRequest, receive } from './messaging';
import { askUntilAnswered, RETRY_DELAYS } from './retry';

/** What is needed of `browser.storage.session`. */
export interface OutboxStorage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string): Promise<void>;
}

const OUTBOX = 'outbox:';
const FAILED = 'failed:';

/** How long an attempt may take, in ms, before it counts as lost. */
const PATIENCE = 10_000;

export interface WriterDependencies {
  storage: OutboxStorage;
  /** `browser.runtime.sendMessage`. */
  send: (message: Extract<BackgroundRequest, { type: 'write' }>) => Promise<unknown>;
  /** Waits between attempts, in ms. */
  retryDelays?: readonly number[];
  /** How long an attempt may take, in ms. */
  patience?: number;
}

export interface Writer {
  /**
   * Hands a command over before it returns, so that the caller may die right after, and resolves once it is carried out.
   * Commands of one writer are carried out in the order of the calls.
   * @throws OnRecordError as the store does, or `unreachable` when nobody acknowledged it
   */
  write(command: Command): Promise<void>;
}

/** What the promise gives, or undefined when it fails or takes too long: an attempt that was not acknowledged. */
async function answerWithin(attempt: Promise<unknown>, patience: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    // A rejection says that the worker was stopped before it answered: the same as no answer.
    return await Promise.race([attempt.catch(() => undefined), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The side of the view. */
export function createWriter({
  storage,
  send,
  retryDelays = RETRY_DELAYS,
  patience = PATIENCE,
}: WriterDependencies): Writer {
  let counter = 0;

  async function deliver(command: Command, stored: Promise<boolean>): Promise<void> {
    const answer = await askUntilAnswered(() => answerWithin(attempt(command), patience), retryDelays);
    if (answer !== undefined) {
      const reply = receive(BackgroundReply.write, answer);
      if (reply.ok) return;
      throw new OnRecordError(reply.failure.code, reply.failure.message);
    }
    throw new OnRecordError(
      'unreachable',
      (await stored)
        ? 'On Record is not answering. What you did is kept and will be saved as soon as it does; if it stays so, reload the extension.'
        : 'On Record is not answering and could not keep what you did. Leave this open and try again.',
    );
  }

  /** `send` may throw at once when the extension was reloaded under the view. */
  function attempt(command: Command): Promise<unknown> {
    try {
      return send({ to: 'background', type: 'write', command });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  return {
    write(command) {
      const time = String(Date.now()).padStart(15, '0');
      const key = `${OUTBOX}${time}:${String(counter++).padStart(6, '0')}:${command.id}`;
      // Both leave in this very tick. When storage is full, the message alone carries the command.
      const stored = storage.set({ [key]: command }).then(
        () => true,
        () => false,
      );
      return deliver(command, stored);
    },
  };
}

const FailedEntry = v.object({ command: v.unknown(), failure: Failure });

const hasId = v.object({ id: v.string() });

const idOf = (command: unknown) => (v.is(hasId, command) ? command.id : 'unknown');

export interface DrainDependencies {
  storage: OutboxStorage;
  /** Carries a command out; throws when the command is refused or the store fails. */
  apply: (command: Command) => Promise<void>;
}

export interface Drain {
  /** Carries out all that waits in the outbox, in order. What fails is set aside, see `readFailed`. */
  drain(): Promise<void>;
  /**
   * Does the same and then carries out `command`, unless it was among what waited.
   * @throws OnRecordError as `apply` did for this command
   */
  write(command: Command): Promise<void>;
}

/** The side of the background. One at a time: two drains at once would apply out of order. */
export function createDrain({ storage, apply }: DrainDependencies): Drain {
  let last: Promise<unknown> = Promise.resolve();

  function afterTheLast<T>(job: () => Promise<T>): Promise<T> {
    const run = last.then(job);
    // The next job waits for this one, whatever became of it; its caller is told of the failure.
    last = run.catch(() => undefined);
    return run;
  }

  /** Null when it was carried out. What was stored by an older version may be no command any more. */
  async function outcomeOf(command: unknown): Promise<Failure | null> {
    try {
      await apply(receive(Command, command));
      return null;
    } catch (error) {
      return toFailure(error);
    }
  }

  /** Keeps a failed command for the person to retry or discard; false when storage has no room for it. */
  function setAside(command: unknown, failure: Failure): Promise<boolean> {
    return storage.set({ [`${FAILED}${idOf(command)}`]: { command, failure } }).then(
      () => true,
      () => false,
    );
  }

  async function drainNow(): Promise<Map<string, Failure | null>> {
    const items = await storage.get(null);
    const keys = Object.keys(items).filter((key) => key.startsWith(OUTBOX));
    const outcomes = new Map<string, Failure | null>();
    for (const key of keys.sort()) {
      const command = items[key];
      const failure = await outcomeOf(command);
      outcomes.set(idOf(command), failure);
      // What can't be set aside stays where it is, and is tried again by the next drain.
      if (failure === null || (await setAside(command, failure))) await storage.remove(key);
      // It failed before, when its message came ahead of its entry.
      const setAsideBefore = `${FAILED}${idOf(command)}`;
      if (failure === null && setAsideBefore in items) await storage.remove(setAsideBefore);
    }
    return outcomes;
  }

  return {
    drain: () => afterTheLast(async () => void (await drainNow())),
    write: (command) =>
      afterTheLast(async () => {
        const outcomes = await drainNow();
        const waited = outcomes.has(command.id);
        const failure = waited ? outcomes.get(command.id) : await outcomeOf(command);
        if (!failure) return;
        if (!waited) await setAside(command, failure);
        throw new OnRecordError(failure.code, failure.message);
      }),
  };
}

/** Whether a change of session storage brings something to carry out. */
export function bringsWork(changes: Record<string, { newValue?: unknown }>): boolean {
  return Object.entries(changes).some(([key, { newValue }]) => key.startsWith(OUTBOX) && newValue != null);
}

/** A command that was refused or failed, kept until the person retries or discards it. */
export interface FailedCommand {
  id: string;
  /** Null when what was kept is no command that could be retried. */
  command: Command | null;
  failure: Failure;
}

/** What failed and is still kept, in the order in which the person did it. */
export async function readFailed(storage: OutboxStorage): Promise<FailedCommand[]> {
  const items = await storage.get(null);
  return Object.entries(items)
    .flatMap(([key, entry]) => {
      if (!key.startsWith(FAILED) || !v.is(FailedEntry, entry)) return [];
      const command = v.safeParse(Command, entry.command);
      return { id: key.slice(FAILED.length), command: command.success ? command.output : null, failure: entry.failure };
    })
    .sort((a, b) => ((a.command?.at ?? '') < (b.command?.at ?? '') ? -1 : 1));
}

/**
 * Tries a failed command again; it is kept until it is carried out.
 * @throws OnRecordError as `Writer.write` does, and `not-found` when it is not kept any more
 */
export async function retryFailed(storage: OutboxStorage, writer: Writer, id: string): Promise<void> {
  const failed = (await readFailed(storage)).find((entry) => entry.id === id);
  if (!failed?.command) throw new OnRecordError('not-found', 'This is not kept any more. Tag the passage again.');
  await writer.write(failed.command);
  await discardFailed(storage, id);
}

/** Gives a failed command up, because the person said so. */
export async function discardFailed(storage: OutboxStorage, id: string): Promise<void> {
  await storage.remove(`${FAILED}${id}`);
}
