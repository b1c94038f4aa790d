import { setImmediate } from 'node:timers';
import type { LogLevel } from '../../platform/console.ts';
import type { RealmEngine } from '../engines/engine.ts';
import { createEngine } from '../engines/create.ts';
import type { Answer, InvokeMessage, LoadMessage } from '../protocol.ts';
import type { Ask } from '../outside.ts';
import { parse } from '../realm/own-json.ts';
import { ask } from './ask.ts';
import { allowBodies, stopBodies } from './body.ts';
import { Call } from './call.ts';
import { tell, waitForAnswer, waitForHost } from './channel.ts';
import { setEnvironment } from './environment.ts';
import { openNetwork } from './outbound.ts';
import { warmUp } from './warm-up.ts';

const noAnswer = JSON.stringify({ kind: 'no-answer' } satisfies Answer);

/** One bundle inside its instance: evaluated once, then called as often as the host asks. */
export class LoadedFunction {
  readonly #load: LoadMessage;
  #call: Call;
  #engine: RealmEngine | undefined;
  #lambda: unknown;

  constructor(load: LoadMessage) {
    this.#load = load;
    this.#call = new Call({ type: 'invoke', id: 0, input: '', account: 0 }, load.limits);
  }

  /** The call at hand, or the last one: what a function leaves running still belongs to it. */
  get call(): Call {
    return this.#call;
  }

  /** Evaluates the bundle. Throws what its top level throws. */
  async evaluate(): Promise<void> {
    const { script: text, filename, generation, environment, standIns, inspect } = this.#load;
    const hooks = {
      generation,
      ask: (question: string, onReply: (reply: string) => void) => ask(parse(question) as Ask, onReply),
      account: () => this.#call.account,
      log: (level: string, message: string, extras: string) =>
        this.#call.log(level as LogLevel, message, extras),
    };
    setEnvironment(environment);
    await warmUp(text, generation);
    this.#engine = await createEngine(this.#load.engine, { hooks, guard: openNetwork, standIns });
    tell({ type: 'begun' });
    this.#lambda = this.#engine.evaluate({ text, filename, generation, ...(inspect && { inspect }) });
    if (this.#lambda === undefined)
      throw new Error('the bundle has no function named lambda at its top level');
  }

  invoke(message: InvokeMessage): void {
    const call = new Call(message, this.#load.limits);
    this.#call = call;
    allowBodies();
    this.#engine?.realm.call(this.#lambda, message.input, this.#load.limits.answerSize, (answer, answers) =>
      this.#settle(call, answer, answers),
    );
    if (!call.answered) waitForAnswer();
  }

  /** The event loop has nothing left to run: an open call will never be answered. */
  ranDry(): void {
    if (this.#call.id > 0) this.#settle(this.#call, noAnswer, 0);
  }

  #settle(call: Call, answer: string, answers: number): void {
    call.answers = Math.max(call.answers, answers);
    if (call.answered) return;
    call.stop();
    stopBodies();
    waitForHost();
    // A v1 handler that calls back twice does so in the same turn as a rule: the answer waits for the turn to end.
    if (this.#load.generation === 'v1') setImmediate(() => tell(call.report(answer)));
    else tell(call.report(answer));
  }
}
