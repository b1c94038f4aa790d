import { isatty } from 'node:tty';
import { brush, type Paint } from '../../report/colour.ts';
import { widthOf } from '../../report/width.ts';
import type { Terminal } from '../terminal.ts';
import { type Lines, linesOf } from './lines.ts';

/** Columns where nobody says how many there are, and the fewest and the most that a conversation takes. */
const usualWidth = 80;
const narrowest = 20;
const widest = 100;

/** What stands before the line that is typed. */
const prompt = '› ';

/** Begins the line anew. */
const erased = '\r\u001B[K';

/** Where a chat is typed and drawn: a terminal, or lines in and a transcript out. */
export class Screen {
  readonly paint: Paint;
  /** Whether somebody types and watches. */
  readonly typed = isatty(0) && isatty(1);
  readonly #terminal: Terminal;
  readonly #lines: Lines;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.paint = brush(terminal.colour);
    this.#lines = linesOf(process, this.typed);
  }

  /** Columns; a terminal may change its own, and where there is none the variable COLUMNS may say. */
  get width(): number {
    const columns = isatty(1) ? process.stdout.columns : Number(process.env['COLUMNS']);
    return Math.min(widest, Math.max(narrowest, columns || usualWidth));
  }

  /** The next line, which is no longer to be seen: what is drawn stands for it. */
  async line(): Promise<string | undefined> {
    const line = await this.#lines.next(prompt);
    if (this.typed && line !== undefined) {
      const rows = Math.ceil((widthOf(prompt + line) + 1) / Math.max(1, process.stdout.columns));
      this.#terminal.out(`\u001B[${rows}A\r\u001B[J`);
    }
    return line;
  }

  print(lines: readonly string[]): void {
    this.#terminal.out(lines.map((line) => `${line}\n`).join(''));
  }

  /** A complaint; it stays above the line that is being typed. */
  complain(text: string): void {
    this.#lines.above(() => (this.typed ? this.#terminal.out(text) : this.#terminal.err(text)));
  }

  /** Shows that something goes on until `what` is done. */
  async during<Value>(what: Promise<Value>): Promise<Value> {
    if (this.typed) this.#terminal.out(this.paint('faint', '…'));
    try {
      return await what;
    } finally {
      if (this.typed) this.#terminal.out(erased);
    }
  }

  /** Lets time pass before the eyes of whoever watches. */
  async pause(milliseconds: number): Promise<void> {
    this.#terminal.out(this.paint('faint', '… any key goes on'));
    await this.#lines.pause(milliseconds);
    this.#terminal.out(erased);
  }

  close(): void {
    this.#lines.close();
  }
}
