import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isAlive, until } from '../faults/fault.ts';
import { temporaryFolder } from '../temporary.ts';
import { command, type Ended } from './command.ts';
import { steady } from './tiny.ts';

const root = join(__dirname, '../..');

/** A bot that answers what the consumer says, read as JSON; other texts come back, and a welcome is greeted. */
export const obedient = `async function lambda({ payload }) {
  const { message } = payload;
  if (message === undefined) return { messages: ['Welcome.'] };
  if (message === 'fail') throw new Error('no luck');
  return /^[[{"]|^null$/.test(message) ? JSON.parse(message) : { messages: [\`You said \${message}.\`] };
}
`;

/** A project with that bot, and with `more` files. */
export function chatProject(more: Record<string, unknown> = {}): string {
  return temporaryFolder({
    'functions/echo/index.js': obedient,
    'functions/echo/config.json': {
      name: 'echo',
      event: 'bot_connectors_custom_integration',
      description: 'Does what it is told',
    },
    ...more,
  });
}

/** An answer of the bot, as the consumer asks for it. */
export function answer(value: unknown): string {
  return JSON.stringify(value);
}

/** A chat whose lines are all there from the beginning, in 60 columns. */
export function chat(cwd: string, lines: readonly string[], args: readonly string[] = ['echo']): Ended {
  const env = { ...process.env, COLUMNS: '60', CI: '' };
  const { code, stdout, stderr } = command('lpf-emulator', cwd, ['chat', ...args], {
    env,
    input: lines.map((line) => `${line}\n`).join(''),
  });
  return { code, stdout: `\n${steady(stdout)}`, stderr: `\n${steady(stderr)}` };
}

/** A button, or a quick reply, that says that it is taken. */
export const reply = (title: string): unknown => ({
  type: 'button',
  title,
  click: { actions: [{ type: 'publishText', text: `I take ${title}` }] },
});
/** A message with quick replies of these titles. */
export const replies = (text: string, titles: readonly string[]): unknown => ({
  structuredContent: {
    message: text,
    quickReplies: { type: 'quickReplies', itemsPerRow: 8, replies: titles.map(reply) },
  },
});

/** A chat that goes on: lines in, and both outputs out, in the order in which they came. */
export interface Chatting {
  /** Types a line, and waits until what was printed since then ends with `end`; answers it with what varies under its name. */
  type(line: string, end: string | RegExp): Promise<string>;
  /** Waits for more of what is printed. */
  until(end: string | RegExp): Promise<string>;
  /** Ends the input, and answers the exit code once no process is left. */
  end(): Promise<number | null>;
}

/** Milliseconds after which what was waited for will never come. */
const patience = 20_000;

const running = new Set<number>();

afterEach(() => {
  for (const group of running) if (isAlive(-group)) process.kill(-group, 'SIGKILL');
  running.clear();
});

/** Starts `lpf-emulator chat` in `cwd`. */
export function chatting(cwd: string, args: readonly string[]): Chatting {
  const entry = join(root, 'build/lpf-emulator.js');
  const shell = ['-c', 'exec "$0" "$@" 2>&1', process.execPath, entry, 'chat', ...args];
  const child = spawn('/bin/sh', shell, { cwd, detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const pid = child.pid ?? 0;
  running.add(pid);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let printed = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  void ended.then(() => (over = true));
  const wait = async (end: string | RegExp): Promise<string> => {
    const began = Date.now();
    const text = await until(() => {
      if (typeof end === 'string' ? printed.endsWith(end) : end.test(printed)) return printed;
      if (over) return `${printed}\n(it ended without "${end}")`;
      return Date.now() - began > patience ? `${printed}\n(it goes on without "${end}")` : undefined;
    });
    printed = '';
    return steady(text);
  };
  return {
    type(line, end) {
      child.stdin.write(`${line}\n`);
      return wait(end);
    },
    until: wait,
    async end() {
      child.stdin.end();
      const code = await ended;
      await until(() => (isAlive(-pid) ? undefined : true));
      return code;
    },
  };
}
