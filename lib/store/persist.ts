/**
 * Asks the browser not to clear the database when the disk runs full. To be called from an extension page: a service
 * worker can't ask.
 * @returns whether the database is safe from that now
 */
export async function askForPersistence(): Promise<boolean> {
  const { storage } = navigator;
  if (!storage?.persist) return false;
  return (await storage.persisted()) || (await storage.persist());
}
