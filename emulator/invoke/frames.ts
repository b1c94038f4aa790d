import { importStandIn } from '../bundle/script.ts';
import type { SourcePlace } from '../bundle/source-map.ts';
import type { Frame } from './record.ts';

/** How the stack of a script is read back into the sources. */
export interface StackReader {
  /** Name that the script has in a stack. */
  filename: string;
  /** Columns that stand in front of the bundle's first line in the script. */
  shift: number;
  placeOf: (line: number, column: number) => SourcePlace | null;
}

const frameLine = /^\s*at (?:(?<name>.*?) \()?(?<file>[^()]+?):(?<line>\d+):(?<column>\d+)\)?$/;

/** The frames of a stack that are the function's own, in its sources; the emulator's and Node's are left out. */
export function readFrames(stack: string, reader: StackReader): Frame[] {
  const frames = stack.split('\n').flatMap((text) => {
    const { name, file, line, column } = frameLine.exec(text)?.groups ?? {};
    if (file !== reader.filename || line === undefined || column === undefined) return [];
    if (name === importStandIn) return [];
    const shift = line === '1' ? reader.shift : 0;
    const place = reader.placeOf(Number(line), Math.max(1, Number(column) - shift));
    return place ? [{ function: functionName(name), ...place }] : [];
  });
  return frames.length > 0 ? frames : readSyntaxPlace(stack, reader);
}

/** A syntax error has no frames: V8 writes the place above the message, with a mark below the column. */
function readSyntaxPlace(stack: string, { filename, shift, placeOf }: StackReader): Frame[] {
  const [head = '', source = '', marks = ''] = stack.split('\n');
  const line = head.startsWith(`${filename}:`) ? Number(head.slice(filename.length + 1)) : Number.NaN;
  if (!Number.isInteger(line) || !marks.includes('^')) return [];
  const place = placeOf(line, Math.max(1, marks.indexOf('^') + 1 - (line === 1 ? shift : 0)));
  return place && source ? [{ function: null, ...place }] : [];
}

/**
 * `Object.lambda` is how V8 names a handler that is called as a method of the emulator's, `lambda2` how the bundler names
 * the source's handler beside the one that the platform calls.
 */
function functionName(name: string | undefined): string | null {
  const plain = name
    ?.replace(/^(async |new )+/, '')
    .replace(/^Object\./, '')
    .replace(/^lambda\d+$/, 'lambda');
  return plain && plain !== '<anonymous>' ? plain : null;
}
