/** The id and the secret of `id:secret`, whose secret may hold colons; `undefined` for any other text. */
export function clientIn(text: string): { id: string; secret: string } | undefined {
  const at = text.indexOf(':');
  if (at <= 0 || at === text.length - 1) return undefined;
  return { id: text.slice(0, at), secret: text.slice(at + 1) };
}
