/** Whether all of it is blank or a comment, as in a file whose keys are tried one by one. */
export function saysNothing(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}
