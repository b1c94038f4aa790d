import { type FilePrint, isEmpty, printOf } from './file-print.ts';

/** Something that became of a file. */
export interface Change {
  /** Absolute. */
  path: string;
  kind: 'added' | 'changed' | 'removed';
}

/**
 * What two changes of a file come to, one after the other; `null` for one that came and went, as what an editor writes
 * and then renames over another.
 */
export function together(first: Change['kind'] | undefined, then: Change['kind']): Change['kind'] | null {
  if (first === 'added') return then === 'removed' ? null : 'added';
  return first === 'removed' && then === 'added' ? 'changed' : then;
}

/** Milliseconds without a new event after which a file that looks the same as before counts as saved. */
const quiet = 5;

/** The same for a file that is gone or empty: an editor may be about to write it anew. */
const doubtful = 60;

/**
 * Turns events into changes: an editor's save is several of them (a file beside, a rename, a change of mode), of which
 * only the state of the files afterwards counts. A file that comes and goes again was never there.
 */
export class Settling {
  /** State of each file as it was last told. */
  readonly #known = new Map<string, FilePrint>();
  /** State of each file that something has happened to, as it was last seen. */
  readonly #seen = new Map<string, FilePrint>();
  readonly #tell: (changes: Change[]) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (changes: Change[]) => void) {
    this.#tell = tell;
  }

  /** Takes the file at `path` as it is. */
  learn(path: string): void {
    this.#known.set(path, printOf(path));
  }

  /** The file at `path` may have changed since somebody read it. */
  doubt(path: string): void {
    this.#known.set(path, 'doubtful');
    this.mark(path);
  }

  /** Something has happened at `path`; once all is quiet, what has become of it is told. */
  mark(path: string): void {
    const print = printOf(path);
    if (!this.#seen.has(path) && print === this.#knownPrint(path)) return;
    this.#seen.set(path, print);
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#seen.clear();
  }

  #knownPrint(path: string): FilePrint {
    return this.#known.get(path) ?? null;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const prints = [...this.#seen.entries()];
    const inDoubt = prints.some(([path, print]) => isDoubtful(print, this.#knownPrint(path)));
    this.#timer = setTimeout(() => this.#look(), inDoubt ? doubtful : quiet);
  }

  /** Tells what has happened if nothing goes on happening. */
  #look(): void {
    const before = [...this.#seen.entries()];
    for (const [path] of before) this.#seen.set(path, printOf(path));
    if (before.some(([path, print]) => this.#seen.get(path) !== print)) return this.#wait();
    const changes = [...this.#seen.entries()].flatMap(([path, print]) => this.#settle(path, print));
    this.#seen.clear();
    if (changes.length > 0) this.#tell(changes);
  }

  #settle(path: string, print: FilePrint): Change[] {
    const known = this.#knownPrint(path);
    if (print === null) this.#known.delete(path);
    else this.#known.set(path, print);
    if (print === known) return [];
    const kind = known === null ? 'added' : print === null ? 'removed' : 'changed';
    return [{ path, kind }];
  }
}

function isDoubtful(print: FilePrint, known: FilePrint): boolean {
  return print === null ? known !== null : isEmpty(print) && !isEmpty(known);
}
