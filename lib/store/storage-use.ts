/** How much room, in bytes, the extension takes on this device and may take, and whether the browser may clear it. */
export interface StorageUse {
  used: number;
  quota: number;
  isPersisted: boolean;
}

/** Null where the browser does not say. */
export async function readStorageUse(storage: StorageManager = navigator.storage): Promise<StorageUse | null> {
  if (!storage?.estimate) return null;
  const { usage, quota } = await storage.estimate();
  if (usage === undefined || quota === undefined) return null;
  return { used: usage, quota, isPersisted: (await storage.persisted?.()) ?? false };
}
