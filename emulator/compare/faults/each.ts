import { type Fault, faults } from './row.ts';

/** Does something for every fault, side by side: nothing of it is measured. The restart is, and comes alone at the end. */
export async function eachFault<Made>(make: (fault: Fault) => Promise<Made>): Promise<Record<Fault, Made>> {
  const { restarted: _, ...others } = faults;
  const made = await Promise.all(
    (Object.keys(others) as Fault[]).map(async (fault) => [fault, await make(fault)] as const),
  );
  return Object.fromEntries([...made, ['restarted', await make('restarted')]]) as Record<Fault, Made>;
}
