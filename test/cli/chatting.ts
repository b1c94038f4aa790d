import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from '../temporary.ts';
import { atHome, command, type Ended } from './command.ts';
import { goOn } from './going-on.ts';
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
  const env = { ...atHome, COLUMNS: '60' };
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
  /** Saves files, so that their events come together. */
  save(files: Record<string, unknown>): void;
  /** Removes a folder with all that is in it, in the same way. */
  remove(folder: string): void;
  /** Ends the input, and answers the exit code once no process is left. */
  end(): Promise<number | null>;
}

/** Starts `lpf-emulator chat` in `cwd`. */
export function chatting(cwd: string, args: readonly string[]): Chatting {
  const { stdin, until, atOnce, ended } = goOn(cwd, [join(root, 'build/lpf-emulator.js'), 'chat', ...args], {
    stdin: true,
  });
  return {
    type(line, end) {
      stdin.write(`${line}\n`);
      return until(end);
    },
    until,
    save(files) {
      atOnce(() => writeFiles(cwd, files));
    },
    remove(folder) {
      atOnce(() => rmSync(join(cwd, folder), { recursive: true }));
    },
    end() {
      stdin.end();
      return ended();
    },
  };
}
