import { EmulatorError } from '../../errors.ts';
import type { Inspection } from '../../invoke/inspection.ts';
import { assertPort, portFault, portFaultText } from '../port.ts';
import type { Terminal } from '../terminal.ts';
import type { InvokeOptions } from './options.ts';

/** The port that Node's debuggers look at first. Source: nodejs.org/api/cli.html#--inspecthostport. */
const defaultPort = 9229;

/**
 * Reads `--inspect` and `--inspect-brk`; `undefined` where neither is given. Throws `bad-usage` for the strict engine, for
 * what is no port and for one that is taken.
 */
export async function inspectionOf(root: string, options: InvokeOptions): Promise<Inspection | undefined> {
  const { inspect, inspectBrk, engine } = options;
  const asked = inspectBrk ?? inspect;
  if (asked === undefined) return undefined;
  const flag = inspectBrk === undefined ? '--inspect' : '--inspect-brk';
  if (engine === 'vm2') throw onlyOnNode(flag);
  const port = asked === true ? defaultPort : Number(asked);
  // Any port that is free, as Node has it.
  if (port !== 0) assertPort(flag, port, defaultPort);
  const fault = await portFault(port);
  if (fault !== null) throw taken(flag, port, fault);
  return { root, port, stop: inspectBrk !== undefined };
}

/** Says that the call waits, for whom, and what does not hold meanwhile. */
export function announceDebugger(terminal: Terminal, { port, stop }: Inspection): void {
  const place = port === 0 ? 'the port of 127.0.0.1 that follows' : `127.0.0.1:${port}`;
  const then = stop ? 'stops before the first line of the function' : 'stops at its breakpoints';
  terminal.err(
    `the call waits for a debugger at ${place}, and then ${then}\n` +
      '  VS Code: the configurations in docs/debugging.md of lpf-emulator; Chrome: chrome://inspect\n' +
      '  meanwhile: no deadline, no memory limit, no file or process lock; times include every stop\n',
  );
}

function onlyOnNode(flag: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: `${flag} works on the node engine only`,
    hint: 'leave --engine vm2 out: the node engine runs the same text',
  });
}

function taken(flag: string, port: number, fault: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: `${flag}: ${portFaultText(port, fault)}`,
    hint: `end that program, or take another port: ${flag}=${port + 1}`,
  });
}
