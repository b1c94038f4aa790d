/** `text` in at most `limit` UTF-16 units, its last one an ellipsis where something was cut; never half a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
