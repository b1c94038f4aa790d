import type { Entry } from '../../connector/transcript/entry.ts';
import { sceneOf } from '../../conversation/conversation-file.ts';
import { Player } from '../../conversation/player.ts';
import { invokerOptionsOf, openScene, type StageOptions } from '../../conversation/stage.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { limits as platformLimits } from '../../platform/limits.ts';
import { KeptInvokers } from '../sides/kept-invokers.ts';
import { endOf } from './end.ts';
import type { Probe } from './probe.ts';
import { eachFault } from './each.ts';
import type { Fault, FaultEnd } from './row.ts';
import { FaultyFunctions } from './stand-ins.ts';

/** What a fault is for a function. */
const done: Readonly<Record<Fault, string | null>> = {
  slow: 'the function runs until its deadline',
  down: 'its instance crashes',
  'error-500': 'it throws',
  'error-404': 'it is not deployed',
  malformed: 'it answers a text',
  'expired-token': null,
  restarted: 'the next call has a fresh instance',
};

/** Milliseconds of this machine's time that stand for the deadline, since nobody wants to wait for it. */
const shortDeadline = 400;

/** Plays the probe with each fault in the function. `null` for a fault that a function cannot have. */
export function functionFaults(
  probe: Probe,
  stage: StageOptions,
  onPlay: () => void,
): Promise<Record<Fault, FaultEnd | null>> {
  return eachFault(async (fault) => {
    const words = done[fault];
    const end = words === null ? null : await withFault(probe, stage, { fault, words });
    onPlay();
    return end;
  });
}

async function withFault(
  { script, before, during }: Probe,
  options: StageOptions,
  { fault, words }: { fault: Fault; words: string },
): Promise<FaultEnd> {
  const limits = { ...options.limits, ...(fault === 'slow' && { deadline: shortDeadline }) };
  const invokers = new KeptInvokers(invokerOptionsOf({ ...options, limits }));
  const stage = await openScene(sceneOf(script), { ...options, invokers });
  try {
    const player = new Player(stage);
    if (fault === 'restarted') {
      await player.play(before);
      await invokers.renew();
    } else stage.connector.reload(new FaultyFunctions(options.functions, script.function, fault));
    const { entries } = await player.play(during);
    const record = recordIn(entries);
    return endOf(entries, words, record ? timeOf(record, fault, options) : 0);
  } finally {
    await stage.close();
    await invokers.close();
  }
}

function recordIn(entries: readonly Entry[]): InvocationRecord | undefined {
  return entries.flatMap((entry) => (entry.kind === 'bot-call' && entry.record ? [entry.record] : []))[0];
}

/**
 * As the platform would take it: until its deadline, or as projected, with the start of an instance where that is the
 * fault.
 */
function timeOf(
  { generation, timings }: InvocationRecord,
  fault: Fault,
  { limits: tightened }: StageOptions,
): number {
  if (fault === 'slow') return tightened?.deadline ?? platformLimits.deadline[generation];
  return (fault === 'restarted' ? timings.coldStart : 0) + (timings.projected ?? timings.wall);
}
