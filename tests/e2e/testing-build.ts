import { buildIfStale } from '../browser/build';

/** Makes the build that several tests share before the first of them runs. */
export const setup = (): Promise<void> => buildIfStale('testing');
