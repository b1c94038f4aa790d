import type { Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { Payload } from '../payload/payload.ts';

/** An answer to be judged: by whom it was given, to what, and as which JSON text. */
interface Given {
  event: string | null;
  generation: Generation;
  payload: Payload;
  json: string | undefined;
  result: unknown;
}

/** Answers remembered for each payload; a function that never answers the same twice must not fill the memory. */
const kept = 100;

/** Holds answers against the contract of their event's caller; the same answer to the same payload is judged once. */
export class AnswerJudge {
  #contract: Promise<typeof import('./contract/judge.ts')> | undefined;
  readonly #judged = new WeakMap<Payload, Map<string, Promise<Finding[]>>>();

  /** Loads the contracts ahead, while there is nothing else to do. */
  load(): void {
    this.#contract ??= import('./contract/judge.ts');
  }

  judge(given: Given): Promise<Finding[]> {
    const judged = this.#judged.get(given.payload) ?? new Map<string, Promise<Finding[]>>();
    this.#judged.set(given.payload, judged);
    const key = `${given.event} ${given.generation} ${given.json}`;
    const findings = judged.get(key) ?? this.#judge(given);
    if (judged.size >= kept) judged.clear();
    judged.set(key, findings);
    return findings;
  }

  async #judge({ event, generation, payload, result }: Given): Promise<Finding[]> {
    this.load();
    const contract = await this.#contract;
    return contract?.judgeAnswer(event, result, { payload: payload.input.payload, generation }) ?? [];
  }
}
