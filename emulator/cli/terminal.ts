import { isatty } from 'node:tty';

/** The outside of a command: where it stands, where it prints, and how much the other side can take. */
export interface Terminal {
  cwd: string;
  /** Prints to standard output, text as it is. */
  out(text: string): void;
  /** Prints to standard error, text as it is. */
  err(text: string): void;
  /** Whether standard output takes colours (a terminal that is not dumb, and NO_COLOR unset). */
  colour: boolean;
  /** Whether standard error takes colours. */
  errorColour: boolean;
  /** Whether standard error is a terminal, so that progress can be drawn and erased. */
  interactive: boolean;
  /** Everything on standard input, as text. */
  stdin(): Promise<string>;
}

/** The process's own terminal. */
export function terminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colours = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    cwd: process.cwd(),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    colour: isatty(1) && colours,
    errorColour: isatty(2) && colours,
    interactive: isatty(2),
    stdin: async () => {
      const chunks: Buffer[] = [];
      // Asked for only here: to open standard input takes time that most commands need not spend.
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}
