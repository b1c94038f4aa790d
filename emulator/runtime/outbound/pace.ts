import type { OutboundAnswer } from '../../services/exchange.ts';
import { isFailure } from '../../services/exchange.ts';
import { wait } from './wait.ts';

/** The answer when its body is complete, for a client that takes it in one piece; to an endless one there is no end. */
export async function complete(answer: OutboundAnswer, ...signals: AbortSignal[]): Promise<OutboundAnswer> {
  if (isFailure(answer) || !answer.pace) return answer;
  const { pace, ...whole } = answer;
  await wait(pace.kind === 'slow' ? pace.duration : Infinity, AbortSignal.any(signals));
  return whole;
}
