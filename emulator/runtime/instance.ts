import type { ChildProcess } from 'node:child_process';
import type {
  AnswerMessage,
  ChildLog,
  ChildMessage,
  FatalReason,
  HostMessage,
  LoadMessage,
  ThrownError,
} from './protocol.ts';
import { type Ask, gaveUp, type Outside } from './outside.ts';

/** Why a call ended. */
export type End =
  | { kind: 'loaded' }
  | { kind: 'answer'; message: AnswerMessage }
  | { kind: 'load-failed'; error: ThrownError }
  | { kind: 'fatal'; error: ThrownError; reason: FatalReason }
  | { kind: 'deadline' }
  | { kind: 'memory'; resident: number | null }
  | { kind: 'died'; code: number | null; signal: string | null; stderr: string };

/** All that the host learned of one call. Times in milliseconds. */
export interface CallReport {
  end: End;
  logs: ChildLog[];
  elapsed: number;
}

interface OpenCall {
  id: number;
  began: number;
  logs: ChildLog[];
  /** The deadline counts from now on. */
  begin(): void;
  settle(end: End): void;
  /** Hands an error of the host itself to whoever waits for the call. */
  fail(error: unknown): void;
}

const stderrKept = 4_000;
/** Milliseconds that an instance may take to start, which is no matter of the function's own deadline. */
const longestStart = 30_000;
let ids = 0;

/** One child and the function in it. It takes one call at a time, as a v2 instance of the platform does. */
export class Instance {
  readonly child: ChildProcess;
  /** Milliseconds from start to the bundle being loaded; 0 until then. */
  coldStart = 0;
  alive = true;
  /** Whether what an earlier call left running ended it before it had the call that waits. */
  missed = false;
  readonly exited: Promise<void>;
  #open: OpenCall | undefined;
  #early: ChildLog[] = [];
  #outside: Outside | undefined;
  #began = 0;
  readonly #waiting = new Map<number, AbortController>();
  #stderr = '';

  constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (message: ChildMessage) => this.#receive(message));
    child.stderr?.on('data', (text) => (this.#stderr = `${this.#stderr}${text}`.slice(-stderrKept)));
    this.exited = new Promise((resolve) => {
      const gone = (code: number | null, signal: string | null): void => {
        this.#gone({ kind: 'died', code, signal, stderr: this.#stderr });
        resolve();
      };
      child.once('exit', gone);
      child.once('error', (error) => {
        this.#stderr = error.message;
        gone(null, null);
      });
    });
  }

  /** The open call's beginning, as `performance.now()` has it; `undefined` between calls. */
  get busySince(): number | undefined {
    return this.#open?.began;
  }

  prepare(engine: LoadMessage['engine']): void {
    this.#send({ type: 'prepare', engine });
  }

  /** Gives the instance its bundle; answers `undefined` when it can be called, otherwise a report of why not. */
  async load(load: LoadMessage, deadline: number, outside?: Outside): Promise<CallReport | undefined> {
    this.#outside = outside;
    const report = await this.#during(0, deadline, load);
    const { end } = report;
    this.#early = report.logs;
    return end.kind === 'loaded' ? undefined : report;
  }

  /** One call; `input` is JSON text. Killed when `deadline` milliseconds are over. */
  async invoke(input: string, outside: Outside, deadline: number): Promise<CallReport> {
    const id = (ids += 1);
    this.#outside = outside;
    const report = await this.#during(id, deadline, {
      type: 'invoke',
      id,
      input,
      account: outside.account,
    });
    report.logs.unshift(...this.#early.splice(0));
    return report;
  }

  kill(end?: End): void {
    if (!this.alive) return;
    this.child.kill('SIGKILL');
    this.#gone(end ?? { kind: 'died', code: null, signal: 'SIGKILL', stderr: '' });
  }

  #during(id: number, deadline: number, message: HostMessage): Promise<CallReport> {
    return new Promise((resolve, reject) => {
      let began = performance.now();
      const logs: ChildLog[] = [];
      const killAfter = (milliseconds: number): NodeJS.Timeout =>
        setTimeout(() => this.kill({ kind: 'deadline' }), milliseconds);
      let timer = killAfter(message.type === 'load' ? Math.max(deadline, longestStart) : deadline);
      const begin = (): void => {
        clearTimeout(timer);
        began = performance.now();
        timer = killAfter(deadline);
      };
      const close = (): void => {
        clearTimeout(timer);
        this.#open = undefined;
      };
      const settle = (end: End): void => {
        close();
        resolve({ end, logs, elapsed: performance.now() - began });
      };
      const fail = (error: unknown): void => {
        close();
        reject(error);
      };
      this.#began = began;
      this.#open = { id, began, logs, begin, settle, fail };
      if (this.alive) this.#send(message);
      else settle({ kind: 'died', code: null, signal: null, stderr: this.#stderr });
    });
  }

  /** A child that just died cannot be written to; its exit tells the rest. */
  #send(message: HostMessage): void {
    this.child.send(message, () => undefined);
  }

  #receive(message: ChildMessage): void {
    const open = this.#open;
    switch (message.type) {
      case 'begun':
        return open?.begin();
      case 'loaded':
        this.coldStart = message.coldStart;
        return open?.settle({ kind: 'loaded' });
      case 'load-failed':
        this.coldStart = message.coldStart;
        return open?.settle({ kind: 'load-failed', error: message.error });
      case 'fatal':
        return this.#fall(message);
      case 'answer':
        return open?.id === message.id ? open.settle({ kind: 'answer', message }) : undefined;
      case 'log':
        // What a call left running may log into the next one, as it does on the platform.
        open?.logs.push(message.log);
        return undefined;
      case 'ask':
        void this.#answer(message.key, message.ask).catch((error: unknown) => this.#broke(error));
        return undefined;
      case 'give-up':
        this.#waiting.get(message.key)?.abort(gaveUp);
        return undefined;
    }
  }

  /** The child ends with this. What a call left running may end it between that call and the next one. */
  #fall({ id, error, reason }: Extract<ChildMessage, { type: 'fatal' }>): void {
    const open = this.#open;
    if (open?.id === id) return open.settle({ kind: 'fatal', error, reason });
    this.missed = open !== undefined;
    this.kill();
  }

  /** What a call leaves running goes on asking, and still belongs to it. */
  async #answer(key: number, ask: Ask): Promise<void> {
    const began = this.#began;
    const controller = new AbortController();
    this.#waiting.set(key, controller);
    const reply = await this.#outside?.answer(ask, () => performance.now() - began, controller.signal);
    this.#waiting.delete(key);
    if (this.alive) this.#send({ type: 'reply', key, reply: JSON.stringify(reply ?? null) });
  }

  /** The host could not answer, which is its own bug: whoever waits for the call is told, else nobody may miss it. */
  #broke(error: unknown): void {
    // Of an instance that is gone nobody waits for an answer.
    if (!this.alive) return;
    const open = this.#open;
    open?.fail(error);
    this.kill();
    if (!open) throw error;
  }

  #gone(end: End): void {
    this.alive = false;
    for (const controller of this.#waiting.values()) controller.abort();
    this.#open?.settle(end);
  }
}
