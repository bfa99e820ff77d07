import * as v from 'valibot';
import { sha256Hex } from '@/lib/annotations/hash';
import { Id } from '@/lib/annotations/ids';

/**
 * The same id for the same name, for what comes from files that have no ids: brought in twice, it is known again. A UUID of
 * version 8 out of a hash: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
 * @param kind keeps apart things of one name
 */
export async function derivedId(kind: 'speaker' | 'brat', name: string): Promise<Id> {
  const hex = await sha256Hex(`on-record ${kind} ${name}`);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}

/**
 * The id of who is named in an article of a file: the one that the file says, as ours do. Where it says none, those of one
 * name are one person within the article and no further: namesakes are for a person to merge.
 * @param said what the file says; anything but an id is passed over
 */
export async function speakerIdIn(articleKey: string, name: string, said: string | undefined): Promise<Id> {
  return v.is(Id, said) ? said : derivedId('speaker', JSON.stringify([articleKey, name]));
}
