/** The part of web-ext, which brings no types, that the tests use. */
declare module 'web-ext' {
  interface Finding {
    code: string;
    file: string;
    /** From 1, and from 0. */
    line: number;
    column: number;
    message: string;
  }
  const webExt: {
    cmd: {
      lint(
        options: { sourceDir: string; output: 'none' },
        how: { shouldExitProgram: boolean },
      ): Promise<Record<'errors' | 'warnings' | 'notices', Finding[]>>;
    };
  };

  export type { Finding };
  export default webExt;
}
