import { type ReadonlySignal, signal } from '@preact/signals';
import type { Command } from '@/lib/annotations/command';
import { type Failure, toFailure } from '@/lib/annotations/failure';
import { isSuperseded } from '@/lib/annotations/superseded';
import type { FailedWrite, FailedWrites, Writer } from './dependencies';

/** A write that did not come through. The command is kept: nothing that a person typed is lost. */
export type Problem = FailedWrite;

export interface Writes {
  /** How many writes are not yet acknowledged. */
  pending: ReadonlySignal<number>;
  problems: ReadonlySignal<Problem[]>;
  /** When the last write was acknowledged, in ms of `performance.now()`; null when none was. */
  acknowledgedAt(): number | null;
  /** Sends a command; it is in safety when this returns. The promise tells whether it was stored, and never rejects. */
  run(command: Command): Promise<boolean>;
  retry(problem: Problem): Promise<boolean>;
  discard(problem: Problem): Promise<void>;
  /** Takes up what was refused while nobody looked. */
  recover(): Promise<void>;
}

/** Those that another attempt helps as little or as much as it helps one that failed with `failure`. */
const alike = (problems: readonly Problem[], { code }: Failure) =>
  problems.filter(({ failure }) => failure.code === code);

/** Sends commands, and remembers which are under way and which failed. */
export function createWrites(writer: Writer, failedWrites: FailedWrites): Writes {
  const pending = signal(0);
  const problems = signal<Problem[]>([]);
  let acknowledgedAt: number | null = null;

  const forget = (id: string) => {
    problems.value = problems.value.filter((problem) => problem.id !== id);
  };

  /** Gives up what `later` has decided anew: tried again, it would bring back what a person has since changed. */
  async function giveUpSuperseded(later: Command, earlier: readonly Problem[]): Promise<void> {
    const superseded = earlier.filter(({ command }) => command && isSuperseded(command, later));
    const discard = async (problem: Problem) => {
      forget(problem.id);
      try {
        await failedWrites.discard(problem.id);
      } catch {
        // It is still kept, so it is still shown.
        problems.value = [...problems.value, problem];
      }
    };
    await Promise.all(superseded.map(discard));
  }

  async function outcomeOf(command: Command, acknowledged: Promise<void>): Promise<boolean> {
    const failure = await acknowledged.then(
      () => null,
      (error: unknown) => toFailure(error),
    );
    forget(command.id);
    if (failure) problems.value = [...problems.value, { id: command.id, command, failure }];
    else acknowledgedAt = performance.now();
    await giveUpSuperseded(command, failure ? alike(problems.value, failure) : problems.value);
    return failure === null;
  }

  function follow(command: Command, acknowledged: Promise<void>): Promise<boolean> {
    pending.value += 1;
    return outcomeOf(command, acknowledged).finally(() => {
      pending.value -= 1;
    });
  }

  return {
    pending,
    problems,
    acknowledgedAt: () => acknowledgedAt,
    run: (command) => follow(command, writer.write(command)),
    retry({ id, command }) {
      if (!command) return Promise.resolve(false);
      // Sent again under the same id, it is carried out once even when the first one still waits somewhere.
      return follow(
        command,
        writer.write(command).then(() => failedWrites.discard(id)),
      );
    },
    async discard({ id }) {
      await failedWrites.discard(id);
      forget(id);
    },
    async recover() {
      const known = new Set(problems.value.map(({ id }) => id));
      const failed = (await failedWrites.read()).filter(({ id }) => !known.has(id));
      if (failed.length > 0) problems.value = [...problems.value, ...failed];
      for (const [i, { command, failure }] of failed.entries()) {
        if (command) await giveUpSuperseded(command, alike(failed.slice(0, i), failure));
      }
    },
  };
}
