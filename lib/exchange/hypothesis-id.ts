/** A UUID as Hypothesis writes it: its sixteen bytes in base64url, 22 characters. */
export function toHypothesisId(uuid: string): string {
  const bytes = uuid.replaceAll('-', '').match(/../g) ?? [];
  const base64 = btoa(String.fromCharCode(...bytes.map((hex) => Number.parseInt(hex, 16))));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The UUID that a Hypothesis id stands for; null when it is none. */
export function fromHypothesisId(id: string): string | null {
  if (!/^[\w-]{22}$/.test(id)) return null;
  const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
