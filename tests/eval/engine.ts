/** What the judges of the engine run: the very functions that the extension ships. */
export { extract } from '../../lib/article/extract';
