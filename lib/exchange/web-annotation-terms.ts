/** The W3C's context, by which a JSON-LD processor knows the terms of the model. */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

/** What the model of the W3C has no term for. A prefix, so that every key below it is known to a JSON-LD processor. */
export const CONTEXT = [ANNO, { onrecord: 'urn:on-record:terms:1#' }] as const;

export const uuidIri = (id: string): string => `urn:uuid:${id}`;

/** The id in such an IRI; null when it is another one. */
export const idOfIri = (iri: string): string | null => /^urn:uuid:([0-9a-f-]{36})$/i.exec(iri)?.[1] ?? null;

/** Names the wording of an article; its node stands in the same file. */
export const snapshotIri = (hash: string): string => `urn:on-record:snapshot:${hash}`;
export const hashOfIri = (iri: string): string | null =>
  /^urn:on-record:snapshot:([0-9a-f]{64})$/.exec(iri)?.[1] ?? null;

/** The linking annotation that says who said it. */
export const attributionIri = (id: string): string => `urn:on-record:attribution:${id}`;
/** The linking annotation that stands for a link of an annotation, by its number there. */
export const linkIri = (id: string, index: number): string => `urn:on-record:link:${id}:${index}`;
