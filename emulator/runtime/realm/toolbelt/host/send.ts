import {
  type OutboundAnswer,
  type OutboundRequest,
  type OutboundResponse,
  isFailure,
} from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { ownJson, parse } from '../../own-json.ts';
import { whenArrived } from './arrival.ts';
import type { Cancellation } from './cancellation.ts';
import { CancelledFailure, NetworkFailure, TimeoutFailure } from './failures.ts';

/** How long a client waits, and what it puts up with. */
export interface Patience {
  /** Milliseconds. */
  timeout?: number | undefined;
  /** What has to have come by then: the whole answer, or its headers alone. */
  until?: 'end' | 'headers';
  cancellation?: Cancellation | undefined;
  /** Whether any certificate will do. */
  trusting?: boolean | undefined;
}

/** Sends one request through the host, as text; redirects are the caller's. Rejects with one of `failures.ts`. */
export function send(
  hooks: RealmHooks,
  request: OutboundRequest,
  { timeout, until = 'end', cancellation, trusting }: Patience = {},
): Promise<OutboundResponse> {
  return new Promise((resolve, reject) => {
    const open: (() => void)[] = [];
    const end = (): void => {
      for (const close of open.splice(0)) close();
    };
    const fail = (failure: Error): void => {
      end();
      reject(failure);
    };
    const timer =
      timeout === undefined ? undefined : setTimeout(() => fail(new TimeoutFailure()), Math.max(0, timeout));
    open.push(() => clearTimeout(timer));
    if (cancellation) open.push(cancellation.onCancel(() => fail(new CancelledFailure())));
    const giveUp = hooks.ask(ownJson({ kind: 'http', request, ...(trusting && { trusting }) }), (reply) => {
      const answer = parse(reply) as OutboundAnswer;
      if (isFailure(answer)) return fail(new NetworkFailure(answer.failure.code, answer.failure.message));
      if (until === 'headers') clearTimeout(timer);
      open.push(
        whenArrived(hooks, answer.pace, () => {
          end();
          resolve(answer);
        }),
      );
    });
    open.push(giveUp);
  });
}
