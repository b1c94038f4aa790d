import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Node starts 37 ms slower with extra certificates (Node 20), whatever it runs: they stay out of the figures. */
export const environment = env;

/** Wall milliseconds of one whole process; its output is thrown away. Fails loudly when the command fails. */
export function timeProcess(args, { cwd, code = 0 }) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const took = performance.now() - began;
  if (status !== code) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return took;
}

/** Minimum, median and maximum of some figures. */
export function spread(figures) {
  const sorted = figures.toSorted((one, other) => one - other);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}

/** Runs `one` and `other` in turn, so that a machine that slows down slows both; answers both spreads and the ratio's. */
export function paired(times, one, other) {
  one();
  other();
  const pairs = Array.from({ length: times }, () => [one(), other()]);
  return {
    one: spread(pairs.map(([first]) => first)),
    other: spread(pairs.map(([, second]) => second)),
    ratio: spread(pairs.map(([first, second]) => first / second)),
  };
}

/** Prints one figure: what, its spread with a unit, and what it aims at. */
export function print(what, { min, median, max }, unit, aim = '') {
  console.log(`${what.padEnd(58)}${digits(min)}${digits(median)}${digits(max)} ${unit.padEnd(6)} ${aim}`);
}

function digits(value) {
  const text = value < 10 ? value.toFixed(2) : value < 1000 ? value.toFixed(1) : String(Math.round(value));
  return text.padStart(8);
}
