/** A mock's URL as it is compared: a bare origin has a slash once it is parsed, and a host has small letters. */
export function urlPattern(url: string): string {
  const origin = /^\w+:\/\/[^/?]+/.exec(url)?.[0];
  if (origin === undefined) return url;
  const rest = url.slice(origin.length);
  const bare = !rest.startsWith('/') && !(rest === '' && origin.endsWith('*'));
  return `${origin.toLowerCase()}${bare ? '/' : ''}${rest}`;
}

/** A URL without its query string. */
export function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
