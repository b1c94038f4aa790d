import type { Instance } from './instance.ts';
import { memoryInterval, residentMemory } from './memory.ts';

/** From here on, in milliseconds, a call counts as long: a standby is made ready in case it is killed. */
const long = 30;

interface Watch {
  add(instance: Instance, memory: number): void;
  remove(instance: Instance): void;
}

/** What the watch sees: that there is work going on at all, and that a call takes long. */
interface Sightings {
  onWork(): void;
  onLong(): void;
}

/** Looks at the instances at work, and kills those beyond their memory (bytes). */
export function watchInstances(sightings: Sightings): Watch {
  const watched = new Map<Instance, number>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    sightings.onWork();
    for (const [instance, memory] of watched) {
      const { pid } = instance.child;
      const resident = pid === undefined ? null : residentMemory(pid);
      if (resident !== null && resident > memory) instance.kill({ kind: 'memory', resident });
      else if (performance.now() - (instance.busySince ?? Infinity) > long) sightings.onLong();
    }
  };
  return {
    add(instance, memory) {
      watched.set(instance, memory);
      timer ??= setInterval(look, memoryInterval);
    },
    remove(instance) {
      watched.delete(instance);
      if (watched.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
