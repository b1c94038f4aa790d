import { type Script, sceneOf } from '../../conversation/conversation-file.ts';
import { invokerOptionsOf, openScene, type StageOptions } from '../../conversation/stage.ts';
import { KeptInvokers } from './kept-invokers.ts';
import { type BotCall, botCalls, failedCalls } from '../calls.ts';
import { type Play, playTurns, type Side } from '../play.ts';
import type { Sample } from '../sample.ts';

/** The function as the bot, in the emulator; its times are projected to the platform. */
export class FunctionSide implements Side {
  readonly approach = 'function';
  readonly #options: StageOptions;
  readonly #invokers: KeptInvokers;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#invokers = new KeptInvokers(invokerOptionsOf(options));
  }

  renew(): Promise<void> {
    return this.#invokers.renew();
  }

  async play(script: Script): Promise<Play> {
    const options = { ...this.#options, invokers: this.#invokers };
    const stage = await openScene(sceneOf(script), options);
    try {
      const played = await playTurns(stage, script.turns);
      const calls = botCalls(played);
      const failed = failedCalls(played);
      const samples = calls.flatMap((call, index) =>
        failed.has(call) ? [] : (sampleOf(call, index === 0) ?? []),
      );
      return { ...played, samples, calls: calls.length, errors: failed.size };
    } finally {
      await stage.close();
    }
  }

  close(): Promise<void> {
    return this.#invokers.close();
  }
}

/**
 * Transport lies inside LivePerson and nobody outside can tell how long it takes; authentication there is none. The
 * start of an instance is as this machine took it: the platform's own is a fact of the report.
 */
function sampleOf(call: BotCall, first: boolean): Sample | undefined {
  if (!call.record) return undefined;
  const { start, timings } = call.record;
  const { coldStart, wall, waiting, projected } = timings;
  if (waiting === null || projected === null) return undefined;
  return {
    approach: 'function',
    start,
    first,
    parts: {
      start: start === 'cold' ? coldStart : null,
      transport: null,
      auth: null,
      bot: projected - waiting,
      outbound: waiting,
    },
    measured: coldStart + wall,
  };
}
