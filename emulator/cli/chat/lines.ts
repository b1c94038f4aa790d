import { createInterface, type Key } from 'node:readline';

/** Where the lines of a chat come from. */
export interface Lines {
  /** The next line; `undefined` at the end. With `prompt` before it where somebody types. */
  next(prompt: string): Promise<string | undefined>;
  /**
   * Resolves after so many milliseconds, or as soon as a key is pressed or a line waits; only where somebody types. A
   * letter that ends it begins the next line.
   */
  pause(milliseconds: number): Promise<void>;
  /** Prints while somebody may be typing, whose line stays below. */
  above(print: () => void): void;
  close(): void;
}

/** The lines of standard input, typed or not. They are kept until they are asked for. */
export function linesOf({ stdin, stdout }: NodeJS.Process, typed: boolean): Lines {
  const reader = createInterface({ input: stdin, ...(typed && { output: stdout }), terminal: typed });
  const waiting: string[] = [];
  let over = false;
  let asked: ((line: string | undefined) => void) | undefined;
  const answer = (line: string | undefined): void => {
    const tell = asked;
    asked = undefined;
    if (tell) tell(line);
    else if (line !== undefined) waiting.push(line);
  };
  reader.on('line', answer);
  reader.on('close', () => {
    over = true;
    answer(undefined);
  });
  // Ctrl-C: readline tells of it instead of the process.
  reader.on('SIGINT', () => reader.close());
  return {
    next(prompt) {
      const line = waiting.shift();
      if (line !== undefined || over) return Promise.resolve(line);
      reader.setPrompt(prompt);
      // What was typed ahead stays, and the cursor behind it.
      if (typed) reader.prompt(true);
      return new Promise((resolve) => (asked = resolve));
    },
    pause(milliseconds) {
      if (waiting.length > 0 || over) return Promise.resolve();
      const typedAhead = reader.line;
      // A key that only ends the pause is no part of the next line.
      const takeBack = (): void => {
        waiting.length = 0;
        reader.write(null, { ctrl: true, name: 'u' });
        if (typedAhead !== '') reader.write(typedAhead);
      };
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          stdin.off('keypress', endByKey);
          reader.off('close', end);
          resolve();
        };
        const endByKey = (text: string | undefined, key: Key): void => {
          if (!over && !belongsToLine(text, key, typedAhead)) takeBack();
          end();
        };
        const timer = setTimeout(end, milliseconds);
        stdin.once('keypress', endByKey);
        reader.once('close', end);
      });
    },
    above(print) {
      const isTyping = typed && asked !== undefined && !over;
      if (isTyping) stdout.write('\r\u001B[K');
      print();
      if (isTyping) reader.prompt(true);
    },
    close: () => reader.close(),
  };
}

/** Whether a key in a pause writes on at the next line; Enter, Space and keys without a letter only end the pause. */
function belongsToLine(text: string | undefined, { ctrl, meta }: Key, typedAhead: string): boolean {
  if (text === undefined || ctrl === true || meta === true || text < ' ') return false;
  return text !== ' ' || typedAhead !== '';
}
