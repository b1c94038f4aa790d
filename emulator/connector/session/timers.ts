/** What a conversation waits for. */
export type TimerName = 'delivery' | 'combine' | 'restart' | 'warning' | 'inactive';

/**
 * No conversation waits longer at once: chats end after a day at most, and each minute of an interruption is played.
 * Ours.
 */
export const longestWait = 30 * 24 * 3_600_000;

/** Moments at which something happens, at most one of each kind. */
export class Timers {
  readonly #due = new Map<TimerName, number>();

  /** Sets it, in place of the one that was set. */
  set(name: TimerName, due: number): void {
    this.#due.delete(name);
    this.#due.set(name, due);
  }

  clear(...names: readonly TimerName[]): void {
    for (const name of names) this.#due.delete(name);
  }

  /** When it is due; `undefined` where it is not set. */
  due(name: TimerName): number | undefined {
    return this.#due.get(name);
  }

  /** Takes the first one that is due by `until`; of those at one moment the one that was set first. */
  take(until: number): { name: TimerName; due: number } | undefined {
    let first: { name: TimerName; due: number } | undefined;
    for (const [name, due] of this.#due)
      if (due <= until && (!first || due < first.due)) first = { name, due };
    if (first) this.#due.delete(first.name);
    return first;
  }
}
