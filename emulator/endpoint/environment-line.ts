/**
 * A variable as a line of a file that `node --env-file` reads back exactly, `undefined` where it cannot. Quotes only where
 * they are needed: `docker run --env-file` keeps them.
 */
export function environmentLine(name: string, value: string): string | undefined {
  if (!/^[^\s=#'"`\0]+$/.test(name) || /[\0\r\p{Cs}]/u.test(value)) return undefined;
  const text = isPlain(value) ? value : quoted(value);
  return text === undefined ? undefined : `${name}=${text}`;
}

/** Whether `line` holds a value in quotes. */
export function isQuoted(line: string): boolean {
  return /^[^=]*=['"`]/.test(line);
}

/** Without quotes a value ends at a `#` or the line's end, and is trimmed; quotes in its middle are part of it. */
function isPlain(value: string): boolean {
  return value === value.trim() && !/[#\n]|^['"`]/.test(value);
}

/** Nothing is escaped but a line break, and that between double quotes alone. */
function quoted(value: string): string | undefined {
  const mayEscape = !value.includes('"') && !value.includes(String.raw`\n`);
  if (value.includes('\n')) return mayEscape ? `"${value.replaceAll('\n', String.raw`\n`)}"` : undefined;
  const quote = ["'", '`'].find((each) => !value.includes(each)) ?? (mayEscape ? '"' : undefined);
  return quote && quote + value + quote;
}
