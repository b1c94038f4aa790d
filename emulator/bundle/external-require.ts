import { isBuiltin } from 'node:module';
import { isProvided } from '../platform/modules.ts';

/** Takes the place of `require` in esbuild's stand-in for it; just as long, so that no column moves. */
const lookup = 'lpf$req';

/**
 * A module has no `require`, yet an inlined CommonJS package asks for Node's modules by it, through a stand-in of
 * esbuild's that only throws. Imports those modules and has the stand-in look them up. `names` are the modules that
 * are left to be required; what is neither Node's nor the platform's fails when it is asked for, not when the bundle is
 * loaded, since packages try for optional ones. Text without the stand-in is returned as it is.
 *
 * What a CommonJS module exports is the default of its namespace; an ES module need not have one, luxon's has none.
 */
export function importRequired(text: string, names: readonly string[]): string {
  const message = text.indexOf('Dynamic require of "');
  if (message === -1 || names.length === 0) return text;
  const start = text.indexOf('typeof require');
  const standIn = text.slice(start, message).replaceAll(/(?<![\w$])require(?![\w$])/g, lookup);
  return text.slice(0, start) + standIn + text.slice(message).trimEnd() + '\n' + imports(names);
}

function imports(names: readonly string[]): string {
  const found = [...new Set(names)].filter((name) => isBuiltin(name) || isProvided(name, 'v2'));
  return [
    ...found.map((name, index) => `import * as ${lookup}_${index} from ${JSON.stringify(name)};`),
    `function ${lookup}(name) {`,
    `  const found = { ${found.map((name, index) => `${JSON.stringify(name)}: ${lookup}_${index}`).join(', ')} };`,
    `  if (!(name in found)) throw new Error("Cannot find module '" + name + "'");`,
    '  return found[name].default ?? found[name];',
    '}',
    '',
  ].join('\n');
}
