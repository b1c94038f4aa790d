import { isBuiltin } from 'node:module';
import { isLibrary, isOfferedBuiltin, successors, toolbelt } from '../../platform/modules.ts';
import { requested } from '../rules/imports.ts';
import { literalText } from '../rules/rule.ts';
import type { Change, Look, Script } from './change.ts';
import { isInstalled, leadsToFile, packageName } from './on-disk.ts';

/** `require` of anything: v2 is an ES module. */
export const modulesLook: Look = {
  lasting: false,
  node(node, script, ancestors) {
    const asked = requested(node, ancestors, 'require');
    if (asked === undefined) return [];
    const change = (by: Change['by'], message: string, hint = ''): Change[] => [
      { kind: 'module', by, message, hint, where: script.at(node) },
    ];
    const name = literalText(asked);
    if (name === undefined) {
      return change('you', 'a module of a computed name', 'load each module by a literal name');
    }
    const { by, message, hint } = judge(name, script);
    return change(by, message, hint);
  },
};

type Judgement = Pick<Change, 'by' | 'message'> & { hint?: string };

function judge(name: string, { folder }: Script): Judgement {
  const made = (what: string): Judgement => ({ by: 'lpf-bundle', message: `require("${name}") ${what}` });
  const lacking = (why: string, hint: string): Judgement => ({
    by: 'you',
    message: `"${name}" ${why}`,
    hint,
  });
  if (name === toolbelt.v1) return made(`becomes an import of "${toolbelt.v2}"`);
  if (/^[./]/.test(name)) {
    return leadsToFile(folder, name)
      ? made('is inlined: the platform takes one file')
      : lacking('leads to no file', 'correct the path');
  }
  if (isOfferedBuiltin(name) || isLibrary(name, 'v2')) return made('becomes an import');
  if (isBuiltin(name)) {
    return lacking('is not offered by the platform', 'do without it: functions reach the outside by HTTP');
  }
  const owner = packageName(name);
  const hint = successors[owner];
  if (hint !== undefined) return lacking('is not offered on v2', hint);
  return isInstalled(folder, owner)
    ? made('is inlined, CommonJS or not')
    : lacking('is not offered, and not installed', `have it inlined: npm install ${owner}`);
}
