import type { StageOptions } from '../../conversation/stage.ts';
import type { OpenEndpoint } from '../sides/open-endpoint.ts';
import { endpointFaults } from './endpoint-faults.ts';
import { functionFaults } from './function-faults.ts';
import type { Probe } from './probe.ts';
import { type Fault, type FaultRow, faults } from './row.ts';

/** How many times `faultRows` tells of a play. */
export const faultsPlayed = Object.keys(faults).length * 2;

/** Milliseconds; ours. Nobody wants to wait for 60 s three times. */
const stands = { least: 300, most: 5_000 };

/** The probe under every fault, both ways. `slowest` is what the endpoint took at most so far, in milliseconds. */
export async function faultRows(
  probe: Probe,
  { stage, endpoint, slowest }: { stage: StageOptions; endpoint: OpenEndpoint; slowest: number },
  onPlay: () => void,
): Promise<FaultRow[]> {
  const most = Math.min(stands.most, endpoint.target.timeout ?? stands.most);
  const timeout = Math.min(most, Math.max(stands.least, Math.ceil(slowest * 2)));
  const own = await functionFaults(probe, stage, onPlay);
  const behind = await endpointFaults(probe, endpoint, { timeout, onPlay });
  return (Object.keys(faults) as Fault[]).map((fault) => ({
    id: `fault.${fault}`,
    fault,
    title: faults[fault],
    function: own[fault],
    endpoint: behind[fault],
  }));
}
