/** The id of the bot that a function is, where nobody gives one: an id has no underscores, and at most 36 characters. */
export function botIdOf(name: string): string {
  return name.replaceAll('_', '-').slice(0, 36);
}
