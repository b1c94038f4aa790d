/**
 * A path of esbuild's as bundles and findings show it: relative to the project's root. What is found above the root
 * (packages that are installed there) loses the way up, which differs from one machine to the next.
 */
export function shownInput(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/^\.\//, '');
  if (!slashed.startsWith('../')) return slashed;
  const packages = slashed.indexOf('node_modules/');
  return packages === -1 ? slashed.replace(/^(\.\.\/)+/, '') : slashed.slice(packages);
}

/** The text with esbuild's notes on where its parts come from rewritten in the same way. */
export function showInputs(text: string, inputs: readonly string[]): string {
  const above = inputs.filter((path) => shownInput(path) !== path);
  return above.reduce((changed, path) => {
    const shown = shownInput(path);
    return changed
      .replaceAll(`\n// ${path}\n`, `\n// ${shown}\n`)
      .replaceAll(`\n  "${path}"(`, `\n  "${shown}"(`);
  }, text);
}

/** The npm package that a shown path belongs to, or `null` for the project's own files. */
export function packageOf(path: string): string | null {
  const inside = path.split('node_modules/').at(-1);
  if (inside === undefined || inside === path) return null;
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
