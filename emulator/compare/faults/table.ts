import type { StageOptions } from '../../conversation/stage.ts';
import type { OpenEndpoint } from '../sides/open-endpoint.ts';
import { endpointFaults } from './endpoint-faults.ts';
import { functionFaults } from './function-faults.ts';
import type { Probe } from './probe.ts';
import { type Fault, type FaultRow, faults } from './row.ts';

/** How many times `faultRows` tells of a play. */
export const faultsPlayed = Object.keys(faults).length * 2;

/** The probe under every fault, both ways. */
export async function faultRows(
  probe: Probe,
  stage: StageOptions,
  endpoint: OpenEndpoint,
  onPlay: () => void,
): Promise<FaultRow[]> {
  const own = await functionFaults(probe, stage, onPlay);
  const behind = await endpointFaults(probe, endpoint, onPlay);
  return (Object.keys(faults) as Fault[]).map((fault) => ({
    id: `fault.${fault}`,
    fault,
    title: faults[fault],
    function: own[fault],
    endpoint: behind[fault],
  }));
}
