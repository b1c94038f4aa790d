import { isHeaderContent, isToken } from '../../../../platform/http-grammar.ts';

/** Names in small letters, as the host has them. */
export function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** The first header that cannot be sent, and which of its parts is wrong. */
export function headerFault(
  headers: Record<string, string>,
): { name: string; value: string; part: 'name' | 'value' } | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (!isToken(name)) return { name, value, part: 'name' };
    if (!isHeaderContent(value)) return { name, value, part: 'value' };
  }
  return undefined;
}
