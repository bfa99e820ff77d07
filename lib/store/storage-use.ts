/** How much room, in bytes, the extension takes on this device and may take. */
export interface StorageUse {
  used: number;
  quota: number;
}

/** Null where the browser does not say. */
export async function readStorageUse(storage: StorageManager = navigator.storage): Promise<StorageUse | null> {
  if (!storage?.estimate) return null;
  const { usage, quota } = await storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, quota };
}
