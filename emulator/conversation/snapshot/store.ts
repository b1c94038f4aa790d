import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EmulatorError } from '../../errors.ts';
import { parseDocument } from '../../payload/document/document.ts';
import { isObject } from '../../payload/document/path.ts';
import { cannotRead, isMissing } from '../../project/cannot-read.ts';
import { cannotWrite } from '../../project/cannot-write.ts';
import { snapshotFileOf } from './name.ts';

/** What becomes of a snapshot that is missing or differs: nothing, the missing ones are written, or all are. */
export type SnapshotMode = 'compare' | 'write new' | 'update';

/** The snapshots of one conversation file, by the conversation's name. */
export class SnapshotStore {
  readonly #path: string;
  readonly #shown: string;
  readonly #source: string;
  readonly #stored: Map<string, unknown>;
  #changed = false;

  private constructor(path: string, shown: string, source: string, stored: Map<string, unknown>) {
    this.#path = path;
    this.#shown = shown;
    this.#source = source;
    this.#stored = stored;
  }

  /** Reads what is stored beside a conversation file. Throws `bad-conversation` where that cannot be read. */
  static async open(path: string, shown: string): Promise<SnapshotStore> {
    const file = snapshotFileOf(path);
    const own = snapshotFileOf(shown);
    const text = await textOf(file, own);
    return new SnapshotStore(file, own, basename(path), text === '' ? new Map() : await read(text, own));
  }

  get names(): string[] {
    return [...this.#stored.keys()];
  }

  /** `undefined` where nothing is stored. */
  get(name: string): unknown {
    return this.#stored.get(name);
  }

  set(name: string, value: unknown): void {
    this.#stored.set(name, value);
    this.#changed = true;
  }

  delete(name: string): void {
    this.#changed = this.#stored.delete(name) || this.#changed;
  }

  /** Writes what has changed; a file without snapshots is removed. Throws `cannot-write`. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    try {
      await (this.#stored.size === 0 ? rm(this.#path, { force: true }) : this.#write());
    } catch (error) {
      throw cannotWrite(this.#shown, error);
    }
  }

  async #write(): Promise<void> {
    const { stringify } = await import('yaml');
    const sorted = [...this.#stored].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const head = `# What the bots of ${this.#source} do. Written by lpf-emulator test --update.\n`;
    const text = stringify(Object.fromEntries(sorted), { lineWidth: 0, aliasDuplicateObjects: false });
    await writeFile(this.#path, head + text);
  }
}

/** Empty where there is no file. */
async function textOf(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw cannotRead(shown, error, 'bad-conversation');
  }
}

async function read(text: string, shown: string): Promise<Map<string, unknown>> {
  const { value } = await parseDocument(text, shown);
  if (isObject(value)) return new Map(Object.entries(value));
  throw new EmulatorError({
    code: 'bad-conversation',
    message: `${shown} holds no snapshots`,
    hint: 'remove it; lpf-emulator test --update writes it anew',
    where: { file: shown },
  });
}
