/**
 * Databases as they were stored by each version. A new version adds its schema and its fixture here; the older ones stay
 * as they are, so that every one of them is migrated by the test.
 */
import { Dexie } from 'dexie';
import v1 from '@/tests/fixtures/store/v1.json';
import v2 from '@/tests/fixtures/store/v2.json';
import v3 from '@/tests/fixtures/store/v3.json';
import v4 from '@/tests/fixtures/store/v4.json';
import v5 from '@/tests/fixtures/store/v5.json';

export interface StoredVersion {
  version: number;
  /** The tables with their indexes, as that version declared them. */
  schema: Record<string, string>;
  tables: Record<string, readonly unknown[]>;
}

const SCHEMA_1 = {
  articles: 'key',
  aliases: 'url, articleKey',
  snapshots: '[articleKey+hash]',
  speakers: 'id, name',
  annotations: 'id, articleKey, attribution.speakerId',
  receipts: 'id, at',
};

const SCHEMA_4 = { ...SCHEMA_1, documents: '++number, &ref', postings: '[word+chunk]', dates: 'chunk' };

const SCHEMA_5 = { ...SCHEMA_4, imports: 'id', importChanges: '[importId+table+key]' };

/** JSON has no typed arrays. */
const typed = ({ postings, dates }: { postings: { places: number[] }[]; dates: { dates: number[] }[] }) => ({
  postings: postings.map((row) => ({ ...row, places: Uint16Array.from(row.places) })),
  dates: dates.map((row) => ({ ...row, dates: Uint32Array.from(row.dates) })),
});

export const STORED_VERSIONS: readonly StoredVersion[] = [
  { version: v1.version, schema: SCHEMA_1, tables: v1.tables },
  { version: v2.version, schema: SCHEMA_1, tables: v2.tables },
  { version: v3.version, schema: SCHEMA_1, tables: v3.tables },
  { version: v4.version, schema: SCHEMA_4, tables: { ...v4.tables, ...typed(v4.tables) } },
  { version: v5.version, schema: SCHEMA_5, tables: { ...v5.tables, ...typed(v5.tables) } },
];

/** Leaves a closed database of that version under that name, as an older On Record would have. */
export async function store({ version, schema, tables }: StoredVersion, name = 'on-record'): Promise<void> {
  const db = new Dexie(name);
  db.version(version).stores(schema);
  for (const [table, records] of Object.entries(tables)) await db.table(table).bulkAdd(records);
  db.close();
}
