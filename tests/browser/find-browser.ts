import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Family = 'chromium' | 'firefox';

/** What is known of the machine; tests hand in their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isRoot: boolean;
  /** The `ID` and `ID_LIKE` words of /etc/os-release; empty elsewhere. */
  distribution: readonly string[];
  isExecutable(path: string): boolean;
}

/** The machine that we run on. */
export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  distribution: readDistribution(),
  isExecutable,
});

/** Names on the PATH, those that a distribution ships first. */
const COMMANDS: Record<Family, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Record<Family, readonly string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_APPS: Record<Family, readonly string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

const OVERRIDE: Record<Family, string> = { chromium: 'ON_RECORD_BROWSER', firefox: 'ON_RECORD_FIREFOX' };

/**
 * The path of an installed browser, or null. `ON_RECORD_BROWSER` (`ON_RECORD_FIREFOX`) overrides the search.
 * @throws Error when the override names no program.
 */
export function findBrowser(family: Family = 'chromium', machine: Machine = thisMachine()): string | null {
  const override = machine.env[OVERRIDE[family]];
  if (override) {
    if (machine.isExecutable(override)) return override;
    throw new Error(`${OVERRIDE[family]} names ${override}, which is not a program. Correct it or unset it.`);
  }
  return candidates(family, machine).find((path) => machine.isExecutable(path)) ?? null;
}

function candidates(family: Family, { platform, env }: Machine): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS[family].flatMap((command) => folders.map((folder) => join(folder, command)));
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return [...MAC_APPS[family].flatMap((app) => roots.map((root) => join(root, app))), ...onPath];
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_APPS[family].flatMap((app) => roots.map((root) => `${root}\\${app}`));
  }
  return onPath;
}

/** The command that installs a browser on this machine, or null where we know none. */
export function installLine(family: Family = 'chromium', machine: Machine = thisMachine()): string | null {
  const { platform, distribution, isRoot } = machine;
  const sudo = isRoot ? '' : 'sudo ';
  if (platform === 'darwin') return `brew install --cask ${family}`;
  if (platform === 'win32')
    return family === 'chromium' ? 'winget install Google.Chrome' : 'winget install Mozilla.Firefox';
  if (platform !== 'linux') return null;
  const is = (...names: string[]) => names.some((name) => distribution.includes(name));
  // Ubuntu's own packages hand over to snap and bear other names than Debian's.
  if (is('ubuntu')) return `${sudo}apt-get install -y ${family === 'chromium' ? 'chromium-browser' : 'firefox'}`;
  if (is('debian')) return `${sudo}apt-get install -y ${family === 'chromium' ? 'chromium' : 'firefox-esr'}`;
  if (is('fedora', 'rhel')) return `${sudo}dnf install -y ${family}`;
  if (is('arch')) return `${sudo}pacman -S --noconfirm ${family}`;
  if (is('opensuse', 'suse'))
    return `${sudo}zypper install -y ${family === 'chromium' ? 'chromium' : 'MozillaFirefox'}`;
  if (is('alpine')) return `${sudo}apk add ${family}`;
  return null;
}

/** What to tell somebody who has no browser of this family. */
export function missingBrowserMessage(family: Family = 'chromium', machine: Machine = thisMachine()): string {
  const names = family === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox';
  const line = installLine(family, machine);
  return [
    `No ${names} was found on this machine.`,
    line ? `Install one:\n\n    ${line}\n` : 'Install one from its maker.',
    `If it is installed in an unusual place, set ${OVERRIDE[family]} to its path.`,
  ].join('\n');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: either way it is no candidate.
    return false;
  }
}

function readDistribution(): string[] {
  if (process.platform !== 'linux') return [];
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return [...release.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap(([, words = '']) => words.split(' '));
  } catch {
    // Only the install line depends on it, and that has an answer for unknown systems.
    return [];
  }
}
