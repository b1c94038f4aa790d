import type { AnyNode } from 'acorn';
import type { Where } from '../../errors.ts';
import type { Judged } from '../rules/rule.ts';
import type { AnyFunction } from '../rules/top-level.ts';
import type { Clients } from './clients.ts';

/** What a change is about. */
export type Kind =
  | 'handler'
  | 'callback'
  | 'module'
  | 'strict-code'
  | 'http-client'
  | 'lp-client'
  | 'secret'
  | 'context-service'
  | 'salesforce'
  | 'environment'
  | 'state'
  | 'error-code'
  | 'console'
  | 'config'
  | 'settings'
  | 'schedule';

/**
 * Who makes a change. `lpf-bundle` makes it once the function is an `index.ts` that exports `lambda` in the style of v2;
 * it never touches a hand-written `index.js`. `nobody` has to where only the behaviour differs.
 */
export type By = 'lpf-bundle' | 'you' | 'nobody';

/** One thing that is different on v2. */
export interface Change {
  kind: Kind;
  by: By;
  message: string;
  /** What to do; empty where there is nothing. */
  hint: string;
  where: Where;
}

/** A function's code, parsed, and what is known of its variables. */
export interface Script extends Judged {
  /** Its `lambda`, as far as that is a function. */
  handler: AnyFunction | undefined;
  clients: Clients;
  /** Absolute path of the function's folder. */
  folder: string;
}

/** Looks for one kind of change. */
export interface Look {
  /** What it finds is wrong on v2 whatever the style of the code, so an `index.ts` is looked through for it too. */
  lasting: boolean;
  program?(script: Script): Change[];
  /** `ancestors` lead from the program to the node itself. */
  node?(node: AnyNode, script: Script, ancestors: readonly AnyNode[]): Change[];
}
