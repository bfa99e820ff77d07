/** What we use of pngjs, which comes without types. */
declare module 'pngjs' {
  export class PNG {
    width: number;
    height: number;
    /** Four bytes for each pixel, row by row: red, green, blue, alpha. */
    data: Buffer;
    static sync: { read(file: Buffer): PNG };
  }
}
