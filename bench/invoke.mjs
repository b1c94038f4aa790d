import { join } from 'node:path';
import { open } from './open.mjs';
import { paired, print, timeProcess } from './measure.mjs';
import { projectOf, write } from './projects.mjs';

const build = join(import.meta.dirname, '../build');

/** `lpf-emulator invoke` and `--help` as whole processes, each beside bare Node. */
export async function benchInvoke() {
  const cwd = projectOf(1);
  const { invoker, bundle, input } = await open(cwd, 'bench0');
  await invoker.close();
  write(
    cwd,
    'bare.cjs',
    `${bundle.code}\nlambda(${JSON.stringify(input)}).then((answer) => console.log(JSON.stringify(answer)));\n`,
  );

  const invoke = paired(
    21,
    () => timeProcess([join(build, 'lpf-emulator.js'), 'invoke', 'bench0'], { cwd }),
    () => timeProcess(['bare.cjs'], { cwd }),
  );
  print('lpf-emulator invoke, whole process, bundling included', invoke.one, 'ms');
  print('bare node with the same handler, whole process', invoke.other, 'ms');
  print('  invoke ÷ bare node', invoke.ratio, '×', 'aim ≤ 2.5');

  const help = paired(
    21,
    () => timeProcess([join(build, 'lpf-emulator.js'), '--help'], { cwd }),
    () => timeProcess(['-e', '0'], { cwd }),
  );
  print('lpf-emulator --help, whole process', help.one, 'ms');
  print('  --help ÷ node -e 0', help.ratio, '×', 'aim ≤ 2');
}
