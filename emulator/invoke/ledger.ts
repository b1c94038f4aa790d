import type { Bundle } from '../bundle/bundle.ts';
import type { Payload } from '../payload/payload.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Settings } from '../project/settings.ts';
import type { Row } from './matrix.ts';
import type { InvocationRecord } from './record.ts';

/** What was run, and what came of it. */
interface Entry {
  made: readonly [Bundle, FunctionSource, Payload, Settings];
  records: InvocationRecord[];
}

/** Remembers the records of a matrix that is run again and again, and what each was made of. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  /** The part of `rows` that has not been run yet, or was made of something else then: objects count, not what they say. */
  missing(rows: readonly Row[], settings: Settings): Row[] {
    return rows
      .map((row) => ({
        ...row,
        payloads: row.payloads.filter((payload) => !this.#holds(row, payload, settings)),
      }))
      .filter(({ payloads }) => payloads.length > 0);
  }

  /** Notes the records of `rows`, which have just been run. */
  note(rows: readonly Row[], settings: Settings, records: readonly InvocationRecord[]): void {
    for (const { bundle, source, payloads } of rows) {
      for (const payload of payloads) {
        this.#entries.set(keyOf(bundle, payload.name), {
          made: [bundle, source, payload, settings],
          records: records.filter((record) => keyOfRecord(record) === keyOf(bundle, payload.name)),
        });
      }
    }
  }

  /** The records of `rows`, in their order; what is no part of them any more is forgotten. */
  records(rows: readonly Row[]): InvocationRecord[] {
    const keys = rows.flatMap(({ bundle, payloads }) => payloads.map(({ name }) => keyOf(bundle, name)));
    const wanted = new Set(keys);
    for (const key of this.#entries.keys()) if (!wanted.has(key)) this.#entries.delete(key);
    return keys.flatMap((key) => this.#entries.get(key)?.records ?? []);
  }

  #holds({ bundle, source }: Row, payload: Payload, settings: Settings): boolean {
    const made = [bundle, source, payload, settings];
    const known = this.#entries.get(keyOf(bundle, payload.name))?.made;
    return known?.every((part, index) => part === made[index]) ?? false;
  }
}

function keyOf({ function: name, generation }: Bundle, payload: string): string {
  return `${generation} ${name} ${payload}`;
}

function keyOfRecord({ function: name, generation, payload }: InvocationRecord): string {
  return `${generation} ${name} ${payload}`;
}
