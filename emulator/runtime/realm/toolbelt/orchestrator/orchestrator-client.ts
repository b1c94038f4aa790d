import { OrchestratorError } from '../errors.ts';
import { Cancellation } from '../host/cancellation.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { ErrorStrategy } from '../names/error-strategy.ts';
import { type OrchestratorAccess, callFunction } from './call.ts';
import type { Invocation, Invoked, Options } from './types.ts';

/** Milliseconds. Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-orchestrator-client.html. */
const longest = 25_000;

/** Calls other functions. `timeout` holds, as for the mTLS client (see there). */
export class OrchestratorClient {
  readonly #access: OrchestratorAccess;

  constructor(access: OrchestratorAccess) {
    this.#access = access;
  }

  /** All of it within `deadline` milliseconds. What is still open when it ends is given up. */
  async invoke(
    invocations: readonly Invocation[],
    deadline = longest,
    options: Options = {},
  ): Promise<Invoked[]> {
    const limit = Math.min(deadline, longest);
    if (limit < deadline) {
      console.warn(`Deadline exceeds maximum allowed value, ${longest}ms will be used instead`);
    }
    const complete = completed(options, limit, invocations.length);
    const cancellation = new Cancellation();
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(timedOut(limit)), limit);
    });
    try {
      return await Promise.race([this.#all(invocations, complete, cancellation), over]);
    } finally {
      clearTimeout(timer);
      cancellation.cancel();
    }
  }

  async #all(invocations: readonly Invocation[], options: Options, cancellation: Cancellation) {
    const call = (invocation: Invocation): Promise<Invoked> =>
      callFunction(this.#access, invocation, options, cancellation);
    if (options.invokeParallel) return Promise.all(invocations.map(call));
    const answers: Invoked[] = [];
    for (const invocation of invocations) answers.push(await call(invocation));
    return answers;
  }
}

/** The options with what is usual; calls that could not all take their time get an equal share of the deadline. */
function completed(options: Options, deadline: number, calls: number): Options {
  const share = Math.floor(deadline / calls);
  const all = {
    invokeParallel: false,
    errorStrategy: ErrorStrategy.EXIT_ON_ERROR,
    timeout: share,
    ...options,
  };
  // No calls have an endless share each, which is too long for nobody.
  if (calls === 0 || all.timeout * calls <= deadline) return all;
  console.warn(`The invocation timeout exceeds the deadline, the value of ${share} ms will be used`);
  return { ...all, timeout: share };
}

function timedOut(deadline: number): OrchestratorError {
  const message = `Invocations timed out after a deadline of ${deadline} ms`;
  return new OrchestratorError(ErrorCodes.OrchestratorFN.Timeout, message);
}
