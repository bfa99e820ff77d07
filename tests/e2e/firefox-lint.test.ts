import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import webExt, { type Finding } from 'web-ext';
import { FIREFOX_EXTENSION_DIR } from '../browser/launch-firefox';

/** What Mozilla's linter may warn of, told by the code around it. All of it is in libraries. */
const ALLOWED: readonly { code: string; around: RegExp; why: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    around: /\.__html/,
    why: 'Preact’s dangerouslySetInnerHTML, which no component of ours uses.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    around: /createDocument\([^)]*`template`[^)]*\);try\{\w+\.documentElement\.innerHTML=/,
    why: 'DOMPurify parses what it is to clean, in a document that runs nothing.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    around: /\.innerHTML=\w+,this\._attempts\.push/,
    why: 'Readability restores the body of its own clone, where our setter puts copies of nodes and parses nothing.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    around: /_isSingleImage\(\w+\).{0,60}\.innerHTML=\w+\.innerHTML/,
    why: 'Readability takes an image out of a noscript, in its clone, which has no window and runs nothing.',
  },
];

const AROUND = 160;

function isAllowed({ code, file, line, column }: Finding): boolean {
  const written = readFileSync(join(FIREFOX_EXTENSION_DIR, file), 'utf8').split('\n')[line - 1] ?? '';
  const around = written.slice(Math.max(0, column - AROUND), column + AROUND);
  return ALLOWED.some((allowed) => allowed.code === code && allowed.around.test(around));
}

describe('Mozilla’s linter', () => {
  let findings: Record<'errors' | 'warnings' | 'notices', Finding[]>;

  beforeAll(async () => {
    if (!existsSync(join(FIREFOX_EXTENSION_DIR, 'manifest.json')))
      throw new Error('Run “npm run build:firefox” first.');
    findings = await webExt.cmd.lint(
      { sourceDir: FIREFOX_EXTENSION_DIR, output: 'none' },
      { shouldExitProgram: false },
    );
  });

  it('finds no error in the build for Firefox', () => {
    expect(findings.errors).toEqual([]);
  });

  it('warns of nothing but what libraries do that we know and can explain', () => {
    expect(findings.warnings.length).toBeGreaterThan(0);
    expect([...findings.warnings, ...findings.notices].filter((finding) => !isAllowed(finding))).toEqual([]);
  });
});
