import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paired, print, timeProcess } from './measure.mjs';
import { projectOf, write } from './projects.mjs';

const build = join(import.meta.dirname, '../build/cli');

/** `lpf-emulator invoke` and `--help` as whole processes, each beside bare Node. */
export function benchInvoke() {
  const cwd = projectOf(1);
  timeProcess([join(build, 'lpf-bundle.js'), '--generation', 'v2'], { cwd });
  const code = readFileSync(join(cwd, 'dist/v2/functions/bench0/index.js'), 'utf8');
  const input = readFileSync(join(cwd, 'functions/bench0/config.json'), 'utf8');
  write(
    cwd,
    'bare.cjs',
    `${code}\nlambda(${JSON.stringify(JSON.parse(input).input)}).then((answer) => console.log(JSON.stringify(answer)));\n`,
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
