import type { Entry } from '../../connector/transcript/entry.ts';
import { Player } from '../../conversation/player.ts';
import type { OpenEndpoint } from '../sides/open-endpoint.ts';
import { requestTime } from '../sides/request-time.ts';
import { eachFault } from './each.ts';
import { endOf } from './end.ts';
import type { Probe } from './probe.ts';
import { type FaultProxy, type Misbehaviour, startFaultProxy } from './proxy.ts';
import type { Fault, FaultEnd } from './row.ts';

/** What a fault is for an endpoint, and what the proxy in front of it does. */
const done: Readonly<Record<Fault, { words: string; how: Misbehaviour }>> = {
  slow: { words: 'events are never answered', how: 'slow' },
  down: { words: 'connections are closed at once', how: 'down' },
  'error-500': { words: 'events are answered with 500', how: 'error-500' },
  'error-404': { words: 'events are answered with 404, always', how: 'error-404' },
  malformed: { words: 'the answer is no JSON', how: 'malformed' },
  'expired-token': { words: 'the event is answered with 401, once', how: 'expired-token' },
  restarted: { words: 'another process, which knows no conversation', how: 'none' },
};

/** A service elsewhere cannot be restarted from here: what its consumers would notice is that it forgot. */
const forgets = {
  words: 'as if it had forgotten the conversation: 404 until created again',
  how: 'lost',
} as const;

/** Plays the probe with each fault in front of the endpoint; `timeout` in milliseconds stands for the connector's own. */
export function endpointFaults(
  probe: Probe,
  endpoint: OpenEndpoint,
  { timeout, onPlay }: { timeout: number; onPlay: () => void },
): Promise<Record<Fault, FaultEnd>> {
  return eachFault(async (fault) => {
    const end = await withFault(probe, endpoint, { fault, timeout });
    onPlay();
    return end;
  });
}

async function withFault(
  { script, before, during }: Probe,
  endpoint: OpenEndpoint,
  { fault, timeout }: { fault: Fault; timeout: number },
): Promise<FaultEnd> {
  const proxy = await startFaultProxy(endpoint.target.baseUrl);
  const side = endpoint.side({ baseUrl: proxy.url });
  try {
    const stage = await side.open(script);
    try {
      const player = new Player(stage);
      await player.play(before);
      const words = await breakIt(fault, proxy, endpoint);
      // Not before: the turn without the fault has an instance of the function started, which may take longer.
      if (fault === 'slow') side.allow(timeout);
      const from = stage.conversation.now;
      const { entries } = await player.play(during);
      return endOf(entries, words, timeOf(entries, from));
    } finally {
      await stage.close();
    }
  } finally {
    await side.close();
    await proxy.close();
  }
}

async function breakIt(fault: Fault, proxy: FaultProxy, endpoint: OpenEndpoint): Promise<string> {
  const restarted = fault === 'restarted' ? endpoint.restart() : null;
  const { words, how } = fault === 'restarted' && !restarted ? forgets : done[fault];
  if (restarted) proxy.moveTo(await restarted);
  proxy.behave(how);
  return words;
}

/** The conversation's own time, in which pauses and time-outs are, and what requests really took. */
function timeOf(entries: readonly Entry[], from: number): number {
  const call = entries.find((entry) => entry.kind === 'bot-call');
  if (!call) return 0;
  return call.at - from + requestTime(call.exchanges ?? []);
}
