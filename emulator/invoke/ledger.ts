import type { Bundle } from '../bundle/bundle.ts';
import type { Payload } from '../payload/payload.ts';
import type { Row } from './matrix.ts';
import type { InvocationRecord } from './record.ts';

/** What was run, and what came of it. */
interface Entry {
  made: readonly unknown[];
  records: InvocationRecord[];
}

/** Remembers the records of a matrix that is run again and again, and what each was made of. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  /**
   * The part of `rows` that has not been run yet, or was made of something else then: objects count, not what they say.
   * `given` is what all rows are given beside what they are made of themselves.
   */
  missing(rows: readonly Row[], given: readonly unknown[]): Row[] {
    return rows
      .map((row) => ({
        ...row,
        payloads: row.payloads.filter((payload) => !this.#holds(row, payload, given)),
      }))
      .filter(({ payloads }) => payloads.length > 0);
  }

  /** Notes the records of `rows`, which have just been run. */
  note(rows: readonly Row[], given: readonly unknown[], records: readonly InvocationRecord[]): void {
    for (const { bundle, source, payloads } of rows) {
      for (const payload of payloads) {
        this.#entries.set(keyOf(bundle, payload.name), {
          made: [bundle, source, payload, ...given],
          records: records.filter((record) => keyOfRecord(record) === keyOf(bundle, payload.name)),
        });
      }
    }
  }

  /** Forgets the runs in which a function called others, which may have changed. */
  forgetCallers(): void {
    for (const [key, { records }] of this.#entries) {
      if (records.some(({ called }) => called !== undefined)) this.#entries.delete(key);
    }
  }

  /** The records of `rows`, in their order; what is no part of them any more is forgotten. */
  records(rows: readonly Row[]): InvocationRecord[] {
    const keys = rows.flatMap(({ bundle, payloads }) => payloads.map(({ name }) => keyOf(bundle, name)));
    const wanted = new Set(keys);
    for (const key of this.#entries.keys()) if (!wanted.has(key)) this.#entries.delete(key);
    return keys.flatMap((key) => this.#entries.get(key)?.records ?? []);
  }

  #holds({ bundle, source }: Row, payload: Payload, given: readonly unknown[]): boolean {
    const made = [bundle, source, payload, ...given];
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
