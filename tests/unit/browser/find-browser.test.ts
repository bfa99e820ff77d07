import { describe, expect, it } from 'vitest';
import { findBrowser, installLine, type Machine, missingBrowserMessage } from '../../browser/find-browser';

const machine = (changes: Partial<Machine> = {}, ...programs: string[]): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  isRoot: false,
  distribution: ['debian'],
  isExecutable: (path) => programs.includes(path),
  ...changes,
});

describe('looking for a browser', () => {
  it('takes Chromium before Chrome, wherever on the PATH they lie', () => {
    const both = machine({}, '/usr/local/bin/google-chrome', '/usr/bin/chromium');
    expect(findBrowser('chromium', both)).toBe('/usr/bin/chromium');
  });

  it('takes Edge when there is nothing else', () => {
    expect(findBrowser('chromium', machine({}, '/usr/bin/microsoft-edge'))).toBe('/usr/bin/microsoft-edge');
  });

  it('finds the applications of a Mac, also those of one user', () => {
    const chrome = '/Users/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const mac = machine({ platform: 'darwin', env: { HOME: '/Users/ann' } }, chrome);
    expect(findBrowser('chromium', mac)).toBe(chrome);
  });

  it('finds Firefox apart from Chromium', () => {
    const both = machine({}, '/usr/bin/firefox-esr', '/usr/bin/chromium');
    expect(findBrowser('firefox', both)).toBe('/usr/bin/firefox-esr');
  });

  it('says null when there is none', () => {
    expect(findBrowser('chromium', machine({}, '/usr/bin/firefox'))).toBeNull();
  });

  it('prefers the browser that ON_RECORD_BROWSER names', () => {
    const env = { PATH: '/usr/bin', ON_RECORD_BROWSER: '/opt/mine' };
    expect(findBrowser('chromium', machine({ env }, '/usr/bin/chromium', '/opt/mine'))).toBe('/opt/mine');
  });

  it('refuses an ON_RECORD_BROWSER that is no program rather than test with another one', () => {
    const env = { PATH: '/usr/bin', ON_RECORD_BROWSER: '/opt/gone' };
    expect(() => findBrowser('chromium', machine({ env }, '/usr/bin/chromium'))).toThrow('/opt/gone');
  });
});

describe('the line that installs a browser', () => {
  it('asks for sudo unless the person is root', () => {
    expect(installLine('chromium', machine())).toBe('sudo apt-get install -y chromium');
    expect(installLine('chromium', machine({ isRoot: true }))).toBe('apt-get install -y chromium');
  });

  it('names the packages as each system does', () => {
    const line = (...distribution: string[]) => installLine('chromium', machine({ distribution, isRoot: true }));
    expect(line('ubuntu', 'debian')).toBe('apt-get install -y chromium-browser');
    expect(line('linuxmint', 'ubuntu', 'debian')).toBe('apt-get install -y chromium-browser');
    expect(line('fedora')).toBe('dnf install -y chromium');
    expect(line('arch')).toBe('pacman -S --noconfirm chromium');
    expect(line('solitary')).toBeNull();
    expect(installLine('chromium', machine({ platform: 'darwin' }))).toBe('brew install --cask chromium');
  });

  it('stands in the message, with the way to name an unusual place', () => {
    const message = missingBrowserMessage('chromium', machine());
    expect(message).toContain('sudo apt-get install -y chromium');
    expect(message).toContain('ON_RECORD_BROWSER');
  });
});
