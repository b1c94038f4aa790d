import { type ChildProcess, spawn } from 'node:child_process';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a source file; the line counts from 1. */
export interface Place {
  file: string;
  line: number;
}

/** What a message of the inspector protocol may hold, as far as it is looked at here. */
interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

interface Socket {
  on(event: 'message', listener: (data: Buffer) => void): void;
  once(event: 'open', listener: () => void): void;
  send(text: string): void;
  close(): void;
}

interface CallFrame {
  callFrameId: string;
  location: { scriptId: string; lineNumber: number; columnNumber: number };
}

const { WebSocket } = require('ws') as { WebSocket: new (address: string) => Socket };
const emulator = join(__dirname, '../../build/lpf-emulator.js');

/** A call that waits for a debugger, and what it printed in the end. */
export interface Waiting {
  address: string;
  child: ChildProcess;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Starts `lpf-emulator invoke` with `args`, and answers once it waits for a debugger. */
export async function invokeInspected(cwd: string, args: readonly string[]): Promise<Waiting> {
  // A group of its own, so that what it leaves behind can be found.
  const child = spawn(process.execPath, [emulator, 'invoke', ...args], { cwd, detached: true });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  const ended = new Promise<Awaited<Waiting['ended']>>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      const found = /Debugger listening on (ws:\S+)\n/.exec(stderr)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(stderr)));
  });
  return { address, child, ended };
}

/** An editor's debugger, as far as a test needs one. */
export class Debugger {
  readonly #socket: Socket;
  readonly #scripts = new Map<string, { url: string; sourceMapURL: string }>();
  readonly #replies = new Map<number, (message: Message) => void>();
  readonly #stops: Message[] = [];
  #onStop: (() => void) | undefined;
  #ids = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(data.toString()) as Message));
  }

  /** Attaches as an editor does: it wants to be stopped for each script with a source map. */
  static async attach(address: string): Promise<Debugger> {
    const socket = new WebSocket(address);
    const attached = new Debugger(socket);
    await new Promise<void>((open) => socket.once('open', open));
    await attached.ask('Runtime.enable');
    await attached.ask('Debugger.enable');
    return attached;
  }

  /** Lets the waiting program begin; it stops, as for an editor, as soon as the script with the source map is there. */
  async begin(): Promise<void> {
    const instrumentation = 'beforeScriptWithSourceMapExecution';
    await this.ask('Debugger.setInstrumentationBreakpoint', { instrumentation });
    await this.ask('Runtime.runIfWaitingForDebugger');
    const { reason } = await this.stop();
    if (reason !== 'instrumentation') throw new Error(`stopped for ${String(reason)}`);
  }

  /** The same for a script without a map, for which an editor does not stop. */
  async beginPlain(): Promise<void> {
    await this.ask('Runtime.runIfWaitingForDebugger');
  }

  /** Sets a breakpoint at a line of a source, which the source map has to lead to. */
  async breakAt(place: Place): Promise<void> {
    for (const [scriptId, { sourceMapURL }] of this.#scripts) {
      const found = generatedPlace(sourceMapURL, place);
      if (found) return void (await this.ask('Debugger.setBreakpoint', { location: { scriptId, ...found } }));
    }
    throw new Error(`no script comes from ${place.file}:${place.line}`);
  }

  /** Waits until the program stands still; answers where in the sources, and how a local name is read there. */
  async stop(): Promise<{ place: Place | null; reason: unknown; read(name: string): Promise<unknown> }> {
    while (this.#stops.length === 0) await new Promise<void>((stopped) => (this.#onStop = stopped));
    const { params = {} } = this.#stops.shift() ?? {};
    const [frame] = params['callFrames'] as CallFrame[];
    if (!frame) throw new Error('stopped nowhere');
    const { scriptId, lineNumber, columnNumber } = frame.location;
    const map = this.#scripts.get(scriptId)?.sourceMapURL ?? '';
    return {
      place: map === '' ? null : sourcePlace(map, lineNumber, columnNumber),
      reason: params['reason'],
      read: async (expression) => {
        const { callFrameId } = frame;
        const evaluated = await this.ask('Debugger.evaluateOnCallFrame', { callFrameId, expression });
        return (evaluated['result'] as { value: unknown }).value;
      },
    };
  }

  /** The text that runs, of the script whose URL ends with `end`. */
  async source(end: string): Promise<string> {
    const [scriptId] = [...this.#scripts].find(([, { url }]) => url.endsWith(end)) ?? [];
    const { scriptSource } = await this.ask('Debugger.getScriptSource', { scriptId });
    return scriptSource as string;
  }

  async resume(): Promise<void> {
    await this.ask('Debugger.resume');
  }

  async ask(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = (this.#ids += 1);
    const reply = new Promise<Message>((resolve) => this.#replies.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result = {}, error } = await reply;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #receive({ id, method, params = {}, ...reply }: Message): void {
    if (id !== undefined) return this.#replies.get(id)?.(reply);
    if (method === 'Debugger.scriptParsed') {
      const { scriptId, url, sourceMapURL } = params as Record<string, string>;
      this.#scripts.set(scriptId ?? '', { url: url ?? '', sourceMapURL: sourceMapURL ?? '' });
    }
    if (method !== 'Debugger.paused') return;
    this.#stops.push({ params });
    this.#onStop?.();
  }
}

function parse(url: string): SourceMap | undefined {
  const text = /^data:application\/json;base64,(.*)$/.exec(url)?.[1];
  return text === undefined
    ? undefined
    : new SourceMap(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
}

function sourcePlace(url: string, line: number, column: number): Place | null {
  const entry = parse(url)?.findEntry(line, column);
  if (!entry || !('originalSource' in entry) || !entry.originalSource) return null;
  return { file: fileURLToPath(entry.originalSource), line: entry.originalLine + 1 };
}

/** The first place of the script that comes from the line. */
function generatedPlace(
  url: string,
  { file, line }: Place,
): { lineNumber: number; columnNumber: number } | undefined {
  const map = parse(url);
  const lines = (map?.payload.mappings ?? '').split(';').length;
  for (let lineNumber = 0; lineNumber < lines; lineNumber += 1) {
    for (let columnNumber = 0; columnNumber < 200; columnNumber += 1) {
      const found = sourcePlace(url, lineNumber, columnNumber);
      if (found?.file === file && found.line === line) return { lineNumber, columnNumber };
    }
  }
  return undefined;
}
