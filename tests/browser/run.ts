import { spawn } from 'node:child_process';

/**
 * Runs a program with our own input and output.
 * @throws Error when it can't be started or fails.
 */
export function run(command: string, args: readonly string[], cwd = process.cwd()): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', (cause) => fail(new Error(`${command} can't be started: ${cause.message}`, { cause })));
    child.once('exit', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`“${command} ${args.join(' ')}” failed (${signal ?? `exit code ${code}`}).`));
    });
  });
}
