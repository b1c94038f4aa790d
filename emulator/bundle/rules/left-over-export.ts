import type { Rule } from './rule.ts';

const exporting = ['ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration'];

/** The platform's files export nothing: it finds the handler by its name. Bundled sources cannot break this. */
export const leftOverExport: Rule = {
  suspects: ({ map, code }) => map === null && code.includes('export'),
  program: ({ program, at }) =>
    program.body
      .filter(({ type }) => exporting.includes(type))
      .map((node) => ({
        code: 'left-over-export',
        severity: 'error',
        message: 'an export at the top level, which the platform does not accept',
        hint: 'remove the word export: the platform finds the handler by its name, lambda',
        where: at(node),
      })),
};
