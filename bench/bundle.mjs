import { join } from 'node:path';
import { print, spread, timeProcess } from './measure.mjs';
import { projectOf } from './projects.mjs';

const bundler = join(import.meta.dirname, '../build/lpf-bundle.js');

/** `lpf-bundle` for both generations, rules included, as a whole process. */
export function benchBundle() {
  for (const [count, aim] of [
    [1, 100],
    [10, 150],
    [100, 600],
  ]) {
    const cwd = projectOf(count);
    timeProcess([bundler], { cwd });
    const times = Array.from({ length: 9 }, () => timeProcess([bundler], { cwd }));
    print(
      `lpf-bundle, ${count} function${count > 1 ? 's' : ''} × 2 generations, whole process`,
      spread(times),
      'ms',
      `aim < ${aim}`,
    );
  }
}
