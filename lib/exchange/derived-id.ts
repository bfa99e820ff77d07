import { sha256Hex } from '@/lib/annotations/hash';
import type { Id } from '@/lib/annotations/ids';

/**
 * The same id for the same name, for what comes from files that have no ids: brought in twice, it is known again. A UUID of
 * version 8 out of a hash: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
 * @param kind keeps apart things of one name
 */
export async function derivedId(kind: 'speaker' | 'brat', name: string): Promise<Id> {
  const hex = await sha256Hex(`on-record ${kind} ${name}`);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}
