/**
 * Writes that are carried out exactly once, though the view that asks for them may be closed in the same moment and the
 * service worker that does them may be stopped at any other. The view puts a command into session storage and sends it
 * in one go; the background takes both as a reason to carry out all that waits, in order. A repetition does no harm: the
 * store keeps a receipt of every command.
 */
import * as v from 'valibot';
import { Command } from './annotations/command';
import { Failure, OnRecordError, toFailure } from './annotations/failure';
import { isSuperseded } from './annotations/superseded';
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

/** What is answered once it is done, with nothing but that it is. */
type Order = Extract<BackgroundRequest, { type: 'write' | 'drain' }>;
type Write = Extract<Order, { type: 'write' }>;
type DrainOrder = Extract<Order, { type: 'drain' }>;

/** The way to the background. */
export interface Line<M extends Order> {
  /** `browser.runtime.sendMessage`. */
  send: (message: M) => Promise<unknown>;
  /** Waits between attempts, in ms. */
  retryDelays?: readonly number[];
  /** How long an attempt may take, in ms. */
  patience?: number;
}

export interface WriterDependencies extends Line<Write> {
  storage: OutboxStorage;
}

export interface Writer {
  /**
   * Hands a command over before it returns, so that the caller may die right after, and resolves once it is carried out.
   * Commands of one writer are carried out in the order of the calls.
   * @throws OnRecordError as the store does; when nobody acknowledged it, `unreachable-kept` or, if it could not be put in
   *   safety, `unreachable-lost`
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

/**
 * Sends the message before it returns, and again until the background says that it has done what it was asked to.
 * @returns false when nobody answered
 * @throws OnRecordError the failure that was answered
 */
async function ask<M extends Order>(
  message: M,
  { send, retryDelays = RETRY_DELAYS, patience = PATIENCE }: Line<M>,
): Promise<boolean> {
  // `send` may throw at once when the extension was reloaded under the view.
  const attempt = async () => send(message);
  const answer = await askUntilAnswered(() => answerWithin(attempt(), patience), retryDelays);
  if (answer === undefined) return false;
  const reply = receive(BackgroundReply[message.type], answer);
  if (reply.ok) return true;
  throw new OnRecordError(reply.failure.code, reply.failure.message);
}

/**
 * Waits until all that was written before is stored or set aside, whoever wrote it.
 * @throws OnRecordError `unreachable` when nobody answered
 */
export async function drained(line: Line<DrainOrder>): Promise<void> {
  if (await ask({ to: 'background', type: 'drain' }, line)) return;
  throw new OnRecordError('unreachable', 'The background does not answer.');
}

/** The side of the view. */
export function createWriter({ storage, ...line }: WriterDependencies): Writer {
  let counter = 0;

  async function deliver(command: Command, stored: Promise<boolean>): Promise<void> {
    if (await ask({ to: 'background', type: 'write', command }, line)) return;
    throw (await stored)
      ? new OnRecordError('unreachable-kept', 'The background does not answer; the command waits in the outbox.')
      : new OnRecordError('unreachable-lost', 'The background does not answer, and the outbox has no room.');
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
  /**
   * Carries out all that waits in the outbox, in order. What fails is set aside, see `readFailed`, until a later command
   * decides the same anew.
   */
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

  /** Keeps a failed command for the person to retry or discard; null when storage has no room for it. */
  function setAside(command: unknown, failure: Failure): Promise<string | null> {
    const key = `${FAILED}${idOf(command)}`;
    return storage.set({ [key]: { command, failure } }).then(
      () => key,
      () => null,
    );
  }

  /** `kept`: what failed and is still in storage, by its key there; what this command decides anew is taken out of it. */
  async function carryOut(command: unknown, kept: Map<string, unknown>): Promise<Failure | null> {
    const failure = await outcomeOf(command);
    if (failure) return failure;
    for (const [key, earlier] of kept) {
      if (!v.is(Command, earlier) || !v.is(Command, command)) continue;
      // It has itself failed before, when its message came ahead of its entry.
      if (earlier.id !== command.id && !isSuperseded(earlier, command)) continue;
      await storage.remove(key);
      kept.delete(key);
    }
    return null;
  }

  async function drainNow() {
    const items = await storage.get(null);
    const keys = Object.keys(items).filter((key) => key.startsWith(OUTBOX));
    const kept = new Map<string, unknown>(failedIn(items).map(({ id, command }) => [`${FAILED}${id}`, command]));
    const outcomes = new Map<string, Failure | null>();
    for (const key of keys.sort()) {
      const command = items[key];
      const failure = await carryOut(command, kept);
      outcomes.set(idOf(command), failure);
      // What can't be set aside stays where it is, and is tried again by the next drain.
      const aside = failure && (await setAside(command, failure));
      if (failure) kept.set(aside ?? key, command);
      if (!failure || aside) await storage.remove(key);
    }
    return { outcomes, kept };
  }

  return {
    drain: () => afterTheLast(async () => void (await drainNow())),
    write: (command) =>
      afterTheLast(async () => {
        const { outcomes, kept } = await drainNow();
        const waited = outcomes.has(command.id);
        const failure = waited ? outcomes.get(command.id) : await carryOut(command, kept);
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

function failedIn(items: Record<string, unknown>): FailedCommand[] {
  return Object.entries(items)
    .flatMap(([key, entry]) => {
      if (!key.startsWith(FAILED) || !v.is(FailedEntry, entry)) return [];
      const command = v.safeParse(Command, entry.command);
      return { id: key.slice(FAILED.length), command: command.success ? command.output : null, failure: entry.failure };
    })
    .sort((a, b) => ((a.command?.at ?? '') < (b.command?.at ?? '') ? -1 : 1));
}

/** What failed and is still kept, in the order in which the person did it. */
export async function readFailed(storage: OutboxStorage): Promise<FailedCommand[]> {
  return failedIn(await storage.get(null));
}

/**
 * Tries a failed command again; it is kept until it is carried out.
 * @throws OnRecordError as `Writer.write` does, and `not-kept` when it is not kept any more
 */
export async function retryFailed(storage: OutboxStorage, writer: Writer, id: string): Promise<void> {
  const failed = (await readFailed(storage)).find((entry) => entry.id === id);
  if (!failed?.command) throw new OnRecordError('not-kept', 'The command is not kept any more.');
  await writer.write(failed.command);
  await discardFailed(storage, id);
}

/** Gives a failed command up, because the person said so. */
export async function discardFailed(storage: OutboxStorage, id: string): Promise<void> {
  await storage.remove(`${FAILED}${id}`);
}
