import { lstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * What an instance has to read for vm2 and the parser that it loads, as Node's permission flags take it. Resolved from
 * here, since the child may not look around: the packages' real folders, and the links on the way to them that pnpm makes.
 */
export function vm2Files(): string[] {
  const vm2 = require.resolve('vm2/package.json');
  const inside = createRequire(vm2);
  const parsers = ['acorn', 'acorn-walk'];
  const manifests = [vm2, ...parsers.map((name) => inside.resolve(`${name}/package.json`))];
  return [
    ...manifests.map((file) => `${dirname(file)}/*`),
    ...linksTo('vm2', require),
    ...parsers.flatMap((name) => linksTo(name, inside)),
  ];
}

/** A folder with links in it is given as a whole: Node 20 forgets a single path that another one begins with. */
function linksTo(name: string, from: NodeJS.Require): string[] {
  const looked = from.resolve.paths(name) ?? [];
  return looked.flatMap((folder) => {
    if (isLink(folder)) return [folder];
    return isLink(join(folder, name)) ? [`${folder}/*`] : [];
  });
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
