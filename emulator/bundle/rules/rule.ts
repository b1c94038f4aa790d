import type { AnyNode, Program } from 'acorn';
import type { Finding, Where } from '../../errors.ts';
import type { Bundle } from '../bundle.ts';
import { isFunction } from './top-level.ts';

/** A bundle under judgement, parsed. */
export interface Judged {
  bundle: Bundle;
  program: Program;
  /** The function's own file, relative to the project's root. */
  entry: string;
  /** What stands for `require` in the text. */
  required: string;
  /** Where the user wrote what `node` is. */
  at: (node: AnyNode) => Where;
}

/** One thing to look for in a bundle. */
export interface Rule {
  /** Whether the text could break the rule at all: a cheap look that saves parsing most bundles. */
  suspects(bundle: Bundle): boolean;
  /** Looks at the whole program. */
  program?(judged: Judged): Finding[];
  /** Looks at one node; `ancestors` lead from the program to the node itself. */
  node?(node: AnyNode, judged: Judged, ancestors: readonly AnyNode[]): Finding[];
}

/** Whether `name` means the global of that name here, and not a parameter of a function around it. */
export function isFree(name: string, ancestors: readonly AnyNode[]): boolean {
  return !ancestors.some(
    (node) =>
      isFunction(node) &&
      node.params.some((parameter) => parameter.type === 'Identifier' && parameter.name === name),
  );
}

/** ` (in the package x)` for places inside an npm package, else nothing. */
export function inPackage(name: string | null): string {
  return name === null ? '' : ` (in the package ${name})`;
}

/** The value of a literal string or of a template without holes. */
export function literalText(node: AnyNode | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
