import type { Change } from '../../project/watch.ts';
import type { Passage } from '../../runtime/outbound/passage.ts';
import { openPassage, type PassageOptions } from '../passage.ts';
import type { Terminal } from '../terminal.ts';
import { concern } from './concerns.ts';
import { filesOfRecording } from './named-files.ts';

/** What answers undeclared requests of a watch; the recording that `--replay` names is read anew when it is saved. */
export class WatchedPassage {
  readonly #terminal: Terminal;
  readonly #root: string;
  readonly #options: PassageOptions;
  #passage: Passage | undefined;
  #files: string[] = [];

  constructor(terminal: Terminal, root: string, options: PassageOptions, passage: Passage | undefined) {
    this.#terminal = terminal;
    this.#root = root;
    this.#options = options;
    this.#keep(passage);
  }

  /** The same object as before, unless one of `changes` is about the recording. Throws what is wrong with that. */
  async read(changes: readonly Change[]): Promise<Passage | undefined> {
    if (concern(this.#files, changes)) this.#keep((await openPassage(this.#terminal, this.#options)).passage);
    return this.#passage;
  }

  files(): readonly string[] {
    return this.#files;
  }

  #keep(passage: Passage | undefined): void {
    this.#passage = passage;
    const recording = passage?.recording;
    if (recording) this.#files = filesOfRecording(this.#root, recording);
  }
}
