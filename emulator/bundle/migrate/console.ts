import { consoleMethod } from '../rules/console-method.ts';
import type { Look } from './change.ts';

/** A console method that v2 lacks; `console.log`, which v1 lacks, is there. */
export const consoleLook: Look = {
  lasting: true,
  node(node, script, ancestors) {
    const judged = { ...script, bundle: { ...script.bundle, generation: 'v2' as const } };
    const findings = consoleMethod.node?.(node, judged, ancestors) ?? [];
    return findings.map(({ message, hint }) => ({
      kind: 'console',
      by: 'you',
      message,
      hint,
      where: script.at(node),
    }));
  },
};
