const hidden = /\/\*[^]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`/g;

/**
 * The text with comments and strings blanked, every character where it was: enough to look at a file's shape without
 * parsing it. A regular expression that holds a quote can mislead it.
 */
export function outline(text: string): string {
  return text.replaceAll(hidden, (part) => part.replaceAll(/[^\r\n]/g, ' '));
}
