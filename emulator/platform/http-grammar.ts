const token = /^[\w!#$%&'*+.^`|~-]+$/;
const content = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether HTTP takes it for a method, or for the name of a header. Source: RFC 9110, section 5.6.2. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/**
 * Whether Node and undici send it as the value of a header. Sources: github.com/nodejs/node lib/_http_common.js,
 * github.com/nodejs/undici lib/core/util.js.
 */
export function isHeaderContent(text: string): boolean {
  return content.test(text);
}
