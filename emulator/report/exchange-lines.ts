import type { WireExchange } from '../connector/bot/wire-exchange.ts';
import { duration } from './duration.ts';
import { printable } from './printable.ts';

/** Requests to a bot elsewhere in one line: what each was for, what came back, how long it took. */
export function exchangesText(exchanges: readonly WireExchange[]): string {
  return exchanges.map(exchangeText).join(' · ');
}

function exchangeText({ purpose, attempt, status, durations, error }: WireExchange): string {
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  const end = status === null ? `: ${printable(error ?? 'no answer')}` : ` ${status}`;
  return `${purpose}${again}${end}, ${duration(durations.connect + durations.server)}`;
}
