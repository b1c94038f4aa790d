import { type Debugger, open, Session, waitForDebugger } from 'node:inspector';
import { Script as Compiled } from 'node:vm';
import type { Inspect } from '../protocol.ts';
import { type Script, scriptHead, withHandler } from './engine.ts';

type Run = (this: unknown, ...given: unknown[]) => unknown;

/**
 * Waits for a debugger, and compiles a script for it. As a whole script and not as the body of a function: only for one
 * of those a debugger is stopped before it runs, so that it can set its breakpoints by the source map
 * (github.com/nodejs/node/issues/31138).
 */
export function compileInspected(script: Script, { port, map, stopAt }: Inspect): Run {
  open(port, '127.0.0.1');
  waitForDebugger();
  const comment = map === undefined ? '' : `\n//# sourceMappingURL=${map}`;
  const text = `${scriptHead}${withHandler(script)}\n})${comment}`;
  // What it evaluates to is a function: nothing of the script's own runs yet.
  const evaluate = (): Run => new Compiled(text, { filename: script.filename }).runInThisContext() as Run;
  return stopAt ? evaluateToStop(evaluate, new Set(stopAt)) : evaluate();
}

/** Sets a breakpoint at each of `lines` (from 0) of the script, all of which go when the first of them is reached. */
function evaluateToStop(evaluate: () => Run, lines: Set<number>): Run {
  const session = new Session();
  session.connect();
  session.post('Debugger.enable');
  let scriptId = '';
  session.on('Debugger.scriptParsed', ({ params }) => (scriptId = params.scriptId));
  const run = evaluate();
  const breakpoints: string[] = [];
  session.on('Debugger.paused', () => {
    for (const breakpointId of breakpoints.splice(0))
      session.post('Debugger.removeBreakpoint', { breakpointId });
  });
  const keep = (_: Error | null, { breakpointId }: Debugger.SetBreakpointReturnType): void => {
    breakpoints.push(breakpointId);
  };
  const setAll = (_: Error | null, { locations }: Debugger.GetPossibleBreakpointsReturnType): void => {
    const first = locations.filter(({ lineNumber }) => lines.delete(lineNumber));
    for (const location of first) session.post('Debugger.setBreakpoint', { location }, keep);
  };
  session.post('Debugger.getPossibleBreakpoints', { start: { scriptId, lineNumber: 0 } }, setAll);
  return run;
}
