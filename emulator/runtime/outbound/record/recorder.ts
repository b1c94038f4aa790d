import type { OutboundAnswer, OutboundRequest } from '../../../services/exchange.ts';
import type { Tape } from '../passage.ts';

/** One exchange with the real network. */
export interface Exchange {
  request: OutboundRequest;
  answer: OutboundAnswer;
}

/** Keeps what the real network answers, call by call. */
export class Recorder {
  readonly tapes: Exchange[][] = [];

  newTape(): Tape {
    const tape: Exchange[] = [];
    this.tapes.push(tape);
    return { keep: (request, answer) => tape.push({ request, answer }) };
  }
}
