import { createInterface } from 'node:readline/promises';
import { findBrowser, missingBrowserMessage, thisMachine } from './find-browser.ts';
import { run } from './run.ts';

/**
 * Makes sure that there is a Chromium: on Debian as root it offers to install one (`yes`: without asking).
 * @throws Error with the install line when there is none in the end.
 */
export async function provideBrowser(yes: boolean): Promise<void> {
  const machine = thisMachine();
  if (findBrowser('chromium', machine) !== null) return;
  const canInstall =
    machine.isRoot && machine.distribution.includes('debian') && !machine.distribution.includes('ubuntu');
  if (!canInstall || !(yes || (await consent()))) throw new Error(missingBrowserMessage('chromium', machine));
  // The package list of a fresh container is empty, and an old one names packages that are gone.
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '-y', 'chromium']);
  if (findBrowser() === null) throw new Error(missingBrowserMessage('chromium', machine));
}

/** Asks on the terminal; where there is none to ask, the answer is no. */
async function consent(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('There is no browser yet. Run “apt-get install -y chromium” now? [y/N] ');
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}
