import { parse } from 'node:path';
import type { BundleResult } from '../../bundle/bundle.ts';
import { EmulatorError, type Finding } from '../../errors.ts';
import type { Row } from '../../invoke/matrix.ts';
import { didYouMean } from '../../platform/suggest.ts';
import type { Payloads } from '../../payload/payloads.ts';
import type { FunctionSource } from '../../project/function-source.ts';

/** A function, what it is fed, and which of its payloads cannot be used. */
export interface Fed extends Payloads {
  source: FunctionSource;
}

/**
 * Of `all` payloads of each function those that are asked for by name. Throws `unknown-payload` for a name that none
 * has.
 */
export function feed(
  functions: readonly FunctionSource[],
  all: readonly Payloads[],
  asked: readonly string[],
): Fed[] {
  assertKnown(all, asked);
  return functions.map((source, index) => ({ source, ...chosen(all[index], asked) }));
}

/** The same with one time of the call for every payload that has none of its own. */
export function atMoment(fed: readonly Fed[], timestamp: number): Fed[] {
  return fed.map((each) => ({
    ...each,
    payloads: each.payloads.map((payload) => ({ ...payload, input: { timestamp, ...payload.input } })),
  }));
}

/** What is fed to which bundle. */
export function toRows(results: readonly BundleResult[], fed: readonly Fed[]): Row[] {
  return results.flatMap(({ bundle }) => {
    const own = fed.find(({ source }) => source.name === bundle?.function);
    return bundle && own ? [{ bundle, source: own.source, payloads: own.payloads }] : [];
  });
}

function chosen(payloads: Payloads = { payloads: [], findings: [] }, names: readonly string[]): Payloads {
  if (names.length === 0) return payloads;
  return {
    payloads: payloads.payloads.filter(({ name }) => names.includes(name)),
    findings: payloads.findings.filter((finding) => names.includes(nameIn(finding))),
  };
}

/** The name of the payload that a finding is about. */
function nameIn({ where }: Finding): string {
  return parse(where?.file ?? '').name;
}

/** A payload that is asked for by name and that no function has is a slip of the pen; one that is broken is told as such. */
function assertKnown(all: readonly Payloads[], names: readonly string[]): void {
  const known = new Set(
    all.flatMap(({ payloads, findings }) => [...payloads.map(({ name }) => name), ...findings.map(nameIn)]),
  );
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined || all.length === 0) return;
  throw new EmulatorError({
    code: 'unknown-payload',
    message: `no payload named "${unknown}" for these functions.${didYouMean(unknown, [...known])}`,
    hint: 'see what there is with: lpf-emulator payload list',
  });
}
