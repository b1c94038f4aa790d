import type { FunctionRun, ProjectFunctions } from '../../connector/bot/functions.ts';
import type { Surroundings } from '../../connector/bot/surroundings.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { FunctionInput, RunFunction } from '../../endpoint/service/run-function.ts';

/** A conversation whose bot is the service: what its function is called with there. */
export interface Guest {
  /** The function that the service stands in for. */
  name: string;
  functions: ProjectFunctions;
  surroundings: Surroundings;
  /** The conversation's time, in epoch milliseconds. */
  at: number;
  /** Of the calls that the service made since they were last taken. */
  records: InvocationRecord[];
}

/**
 * Runs the function of the service in the emulator, each call with the account, the secrets and the mocks of the
 * conversation that it belongs to: that is found by its id.
 */
export class Guests {
  readonly #all = new Map<string, Guest>();

  /** Rejects where the function failed, as a function in the service's own process would. */
  readonly run: RunFunction = async ({ payload }) => {
    const guest = this.#all.get(conversationOf(payload));
    if (!guest) throw new Error('no conversation of that id is being played');
    const { name, functions, surroundings, at, records } = guest;
    const run = await functions.byName(name, { label: 'endpoint', payload, at, surroundings });
    if (run.kind !== 'unusable') records.push(run.record);
    return answerOf(run);
  };

  enter(id: string, guest: Guest): void {
    this.#all.set(id, guest);
  }

  leave(id: string): void {
    this.#all.delete(id);
  }
}

function conversationOf(payload: FunctionInput['payload']): string {
  const { convId } = payload as { convId?: unknown };
  return typeof convId === 'string' ? convId : '';
}

function answerOf(run: FunctionRun): unknown {
  if (run.kind === 'answer') return run.answer;
  throw new Error(run.message);
}
