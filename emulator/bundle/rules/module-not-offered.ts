import { isBuiltin } from 'node:module';
import type { AnyNode } from 'acorn';
import { type Generation, generations } from '../../platform/generations.ts';
import { builtins, isProvided, libraries, libraryAround, toolbelt } from '../../platform/modules.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { packageOf } from '../shown-path.ts';
import { requested } from './imports.ts';
import { inPackage, literalText, type Rule } from './rule.ts';

/** A module that the platform does not offer: what is not inlined is not there when the function runs. */
export const moduleNotOffered: Rule = {
  suspects: ({ imports, generation }) => imports?.every((name) => isProvided(name, generation)) !== true,
  node(node, { bundle, at, required }, ancestors) {
    const asked = requested(node, ancestors, required);
    const name = literalText(asked);
    if (name === undefined || isProvided(name, bundle.generation)) return [];
    const where = at(asked ?? node);
    // An import of the bundler's own stands for a require that is found where the user wrote it.
    if (node.type === 'ImportDeclaration' && where.line === undefined) return [];
    const optional = isOptional(ancestors);
    return [
      {
        code: 'module-not-offered',
        severity: optional ? 'warning' : 'error',
        message: `the platform does not offer "${name}"${only(name)}${inPackage(packageOf(where.file))}`,
        hint: optional ? 'nothing, if the function works without it' : hint(name, bundle.generation),
        where,
      },
    ];
  },
};

/** Says where it is missing when the other generation has it. */
function only(name: string): string {
  const without = generations.filter((generation) => !isProvided(name, generation));
  return without.length === generations.length ? '' : ` on ${without.join()}`;
}

/** Packages try for modules that they can do without. */
function isOptional(ancestors: readonly AnyNode[]): boolean {
  return ancestors.some(
    (node, index) => node.type === 'TryStatement' && node.handler && ancestors[index + 1] === node.block,
  );
}

function hint(name: string, generation: Generation): string {
  const other = generation === 'v1' ? 'v2' : 'v1';
  if (name === toolbelt[other]) return `${generation} has it as "${toolbelt[generation]}"`;
  if (/^[./]/.test(name))
    return 'the platform takes one file: rename it to index.ts, and lpf-bundle inlines the rest';
  if (isBuiltin(name)) {
    return 'do without it: functions reach the outside by HTTP alone, and have neither files nor processes';
  }
  const whole = libraryAround(name, generation);
  if (whole !== undefined) {
    return `take it from "${whole}", which is offered as a whole; or rename the file to index.ts, and lpf-bundle inlines it`;
  }
  const known = [toolbelt[generation], ...libraries[generation], ...builtins];
  const near = didYouMean(name, known);
  return `rename the file to index.ts, and lpf-bundle inlines an installed package.${near}`;
}
