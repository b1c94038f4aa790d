import { EmulatorError } from '../errors.ts';
import { type LimitName, type Limits, limits } from './limits.ts';
import { didYouMean } from './suggest.ts';

/** Units that `--limit` understands, by the kind of limit. */
const units: Record<string, Record<string, number>> = {
  ms: { '': 1, ms: 1, s: 1_000 },
  bytes: { '': 1, B: 1, KB: 1024, MB: 1024 * 1024 },
  characters: { '': 1 },
  entries: { '': 1 },
  calls: { '': 1 },
  requests: { '': 1 },
  cpu: { '': 1 },
};

/**
 * Reads `name=value` pairs such as `deadline=2s`, `memory=64MB`, `budget=400ms`.
 * Throws `unknown-limit`, and `bad-limit` for a value that is no number, in no unit of the limit, not above zero, or
 * looser than the platform's own: what only passes here would fail there.
 */
export function parseLimits(pairs: readonly string[]): Partial<Limits> {
  return Object.fromEntries(pairs.map(parsePair));
}

function parsePair(pair: string): [LimitName, number] {
  const [name = '', text = ''] = pair.split('=', 2);
  if (!isLimitName(name)) throw unknownLimit(name);
  const { unit } = limits[name];
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(text) ?? [];
  const factor = units[unit]?.[suffix];
  const value = Number(digits) * (factor ?? Number.NaN);
  if (!(value > 0)) throw badLimit(name, text);
  if (value > platformValue(name)) throw looser(name, text);
  return [name, value];
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(limits, name);
}

function platformValue(name: LimitName): number {
  const { v1, v2 } = limits[name];
  return Math.max(v1 ?? Infinity, v2 ?? Infinity);
}

function looser(name: LimitName, text: string): EmulatorError {
  const { unit, source } = limits[name];
  return new EmulatorError({
    code: 'bad-limit',
    message: `--limit ${name}=${text} is looser than the platform’s own ${platformValue(name)} ${unit} (${source.v2})`,
    hint: 'limits can be tightened only: what passes beyond them here would fail there',
  });
}

function unknownLimit(name: string): EmulatorError {
  const known = Object.keys(limits);
  return new EmulatorError({
    code: 'unknown-limit',
    message: `no limit named "${name}".${didYouMean(name, known)}`,
    hint: `the limits are ${known.join(', ')}`,
  });
}

function badLimit(name: LimitName, text: string): EmulatorError {
  const { unit } = limits[name];
  const suffixes = Object.keys(units[unit] ?? {}).filter(Boolean);
  const example = unit === 'ms' ? '400ms' : unit === 'bytes' ? '64MB' : '1';
  const accepted = suffixes.length ? `, in ${suffixes.join(' or ')}` : '';
  return new EmulatorError({
    code: 'bad-limit',
    message: `"${text}" is no value for the limit ${name}`,
    hint: `give a number above zero${accepted}, such as --limit ${name}=${example}`,
  });
}
