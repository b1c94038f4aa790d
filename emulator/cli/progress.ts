import type { Row } from '../invoke/matrix.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds between two drawings; a quick run draws nothing at all. */
const interval = 100;

/** Counts invocations on standard error while they run, where that is a terminal, and leaves nothing behind. */
export function progress(
  terminal: Terminal,
  rows: Row[],
  repeat: number,
): { onRecord: () => void; done: () => void } {
  const total = rows.reduce((sum, { payloads }) => sum + payloads.length, 0) * repeat;
  const { tick, done } = counter(terminal, total);
  return { onRecord: tick, done };
}

/** Counts to `total` on standard error. */
export function counter(terminal: Terminal, total: number): { tick: () => void; done: () => void } {
  let count = 0;
  let drawn = performance.now();
  const erase = '\r\u001B[K';
  return {
    tick() {
      count += 1;
      if (!terminal.interactive || performance.now() - drawn < interval) return;
      drawn = performance.now();
      terminal.err(`${erase}running ${count} of ${total}`);
    },
    done() {
      if (terminal.interactive) terminal.err(erase);
    },
  };
}
