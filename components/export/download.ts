/** How long (ms) the address of a download stays valid: the browser has taken the file over long before. */
const LIFETIME = 30_000;

/** Saves a text, or bytes, as a file. The browser has taken it over when this returns, so that the caller may close right after. */
export function download(content: string | Blob, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), LIFETIME);
}
