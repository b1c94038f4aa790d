import type { Instance } from './instance.ts';
import { memoryInterval, residentMemory } from './memory.ts';

/** From here on a call counts as long: its instance is guarded, and a standby is made ready in case it is killed. */
const long = 30;

interface Watch {
  add(instance: Instance, memory: number): void;
  remove(instance: Instance): void;
}

/** Looks at the instances at work: kills those beyond their memory (bytes), and calls `onLong` for long calls. */
export function watchInstances(onLong: () => void): Watch {
  const watched = new Map<Instance, number>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    for (const [instance, memory] of watched) {
      const { pid } = instance.child;
      const resident = pid === undefined ? null : residentMemory(pid);
      if (resident !== null && resident > memory) instance.kill({ kind: 'memory', resident });
      else if (performance.now() - (instance.busySince ?? Infinity) > long) {
        instance.guard();
        onLong();
      }
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
