import type { Bundle } from '../bundle/bundle.ts';
import { toScript } from '../bundle/script.ts';
import { sourceMapOf } from '../bundle/source-map.ts';
import { environmentOf } from '../platform/environment.ts';
import type { Limits } from '../platform/limits.ts';
import { firstLineShift } from '../runtime/engines/engine.ts';
import type { Engine, LoadMessage } from '../runtime/protocol.ts';
import type { StackReader } from './frames.ts';
import { type Inspection, inspectedName, inspectOf } from './inspection.ts';

/** A bundle made ready to run, and to have its stacks read. */
export interface Loadable {
  load: LoadMessage;
  stack: StackReader;
}

/** What a bundle runs with beside its text. */
export interface Surroundings {
  engine: Engine;
  limits: Limits;
  /** The function's own variables; the platform's come on top. */
  environment: Record<string, string>;
  /** The function's uuid in the account. */
  uuid?: string;
  standIns?: boolean;
  /** Given when a debugger looks on. */
  inspect?: Inspection;
}

/** Makes `bundle` ready for an instance of `engine`. */
export async function makeLoadable(bundle: Bundle, surroundings: Surroundings): Promise<Loadable> {
  const { engine, limits, environment, uuid = '', standIns = false, inspect } = surroundings;
  const { code, generation } = bundle;
  const script = await toScript(code, generation);
  const filename = inspect ? inspectedName(bundle, inspect) : `functions/${bundle.function}/index.js`;
  const load: LoadMessage = {
    type: 'load',
    script,
    filename,
    generation,
    engine,
    environment: { ...environment, ...environmentOf(generation, uuid) },
    limits: {
      logEntries: limits.logEntries,
      logCharacters: limits.logCharacters,
      answerSize: limits.answerSize,
    },
    standIns,
    ...(inspect && { inspect: inspectOf(bundle, inspect) }),
  };
  const shift =
    firstLine(script) - firstLine(code) + firstLineShift(engine, generation, inspect !== undefined);
  return { load, stack: stackReader(bundle, filename, shift) };
}

/** Reads the map only when there is a stack to read. */
function stackReader(bundle: Bundle, filename: string, shift: number): StackReader {
  let placeOf: StackReader['placeOf'] | undefined;
  return { filename, shift, placeOf: (line, column) => (placeOf ??= sourceMapOf(bundle))(line, column) };
}

function firstLine(text: string): number {
  return text.split('\n', 1)[0]?.length ?? 0;
}
