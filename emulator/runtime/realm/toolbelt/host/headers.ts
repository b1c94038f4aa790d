/** What HTTP takes for a method or the name of a header. Source: RFC 9110, section 5.6.2. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** What Node sends in the value of a header. Source: github.com/nodejs/node lib/_http_common.js. */
const content = /^[\t\x20-\x7E\x80-\xFF]*$/;

/** Names in small letters, as the host has them. */
export function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** Whether it can be a method, or the name of a header. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** The first header that cannot be sent, and which of its parts is wrong. */
export function headerFault(
  headers: Record<string, string>,
): { name: string; value: string; part: 'name' | 'value' } | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (!isToken(name)) return { name, value, part: 'name' };
    if (!content.test(value)) return { name, value, part: 'value' };
  }
  return undefined;
}
