/** The largest file that is read, in bytes: four times a backup of 10,000 articles with 200,000 annotations. */
export const MAX_FILE = 4_000_000_000;

/** The largest single record in it, in UTF-16 units: an article with all its wordings. */
export const MAX_ITEM = 50_000_000;

/** How deep a record may nest; those of On Record go down to eight. */
export const MAX_DEPTH = 64;

/** The largest file within a zip and the largest text file, in bytes: they are held in memory whole. */
export const MAX_WHOLE = 100_000_000;

/** How much a zip may hold unpacked, in bytes. */
export const MAX_UNPACKED = 1_000_000_000;
