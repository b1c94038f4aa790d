import { EmulatorError, type Where } from '../../errors.ts';
import type { PayloadDocument, Spot } from '../document/payload-document.ts';
import { type Fragment, type Fragments, rawValue, unknownFragment } from './fragments.ts';
import { merge } from './merge.ts';
import { child, formatPath, isObject, type Path, valueAt } from '../document/path.ts';

/** The key by which a payload takes a fragment's value for its own; keys beside it are merged over that value. */
const useKey = '$use';

/** A place in a document: the value that is being composed, or a part of it. */
interface Place {
  document: PayloadDocument;
  path: Path;
}

/** A value without references, the fragments that went into it, and where each part of it stands. */
export interface Composed {
  value: unknown;
  used: Fragment[];
  /** Like `PayloadDocument.locate`, but follows references into the fragments' files. */
  locate: (path: Path, spot?: Spot) => Promise<Where>;
}

/**
 * Replaces every `$use` in the value at `path` of `document`.
 * Throws `unknown-fragment` for one that is not there or goes in a circle, `bad-payload` for one that cannot be merged.
 */
export async function compose(
  document: PayloadDocument,
  path: Path,
  fragments: Fragments,
): Promise<Composed> {
  const used = new Map<string, Fragment>();
  const start = { document, path };
  const value = await expand(start, { fragments, used, chain: [] });
  const locate = async (inside: Path, spot?: Spot) => {
    const found = trace(start, inside, used);
    return found.place.document.locate(found.place.path, found.left === 0 ? spot : 'value');
  };
  return { value, used: [...used.values()], locate };
}

interface Expansion {
  fragments: Fragments;
  used: Map<string, Fragment>;
  chain: string[];
}

async function expand(place: Place, expansion: Expansion): Promise<unknown> {
  const value = valueAt(place.document.value, place.path);
  if (!holdsReference(value)) return value;
  const below = (key: string | number) => expand({ ...place, path: [...place.path, key] }, expansion);
  if (Array.isArray(value)) return Promise.all(value.map((_, at) => below(at)));
  if (!isObject(value)) return value;
  const keys = Object.keys(value).filter((key) => key !== useKey);
  const own = Object.fromEntries(
    await Promise.all(keys.map(async (key) => [key, await below(key)] as const)),
  );
  if (!Object.hasOwn(value, useKey)) return own;
  const base = await expandFragment(place, value[useKey], expansion);
  if (keys.length === 0) return base;
  if (isObject(base)) return merge(base, own);
  const message = `nothing can be merged over "${String(value[useKey])}", which is no object`;
  throw await refusal(place, { code: 'bad-payload', message, hint: 'leave the keys beside $use out' });
}

/** Most of a payload refers to nothing, and need not be taken apart and put together again. */
function holdsReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, useKey) || Object.values(value).some(holdsReference);
}

async function expandFragment(place: Place, name: unknown, expansion: Expansion): Promise<unknown> {
  if (typeof name !== 'string') {
    const hint = 'write it like $use: lpEvent/messaging';
    throw await refusal(place, { code: 'bad-payload', message: '$use must name a fragment', hint });
  }
  const chain = [...expansion.chain, name];
  if (expansion.chain.includes(name)) {
    const message = `fragments use each other in a circle: ${chain.join(' → ')}`;
    throw await refusal(place, { code: 'unknown-fragment', message, hint: 'take one of the references out' });
  }
  const fragment = await expansion.fragments.find(name);
  if (!fragment) throw await refusal(place, await unknownFragment(expansion.fragments, name));
  expansion.used.set(name, fragment);
  return expand({ document: fragment.document, path: ['value'] }, { ...expansion, chain });
}

async function refusal(
  { document, path }: Place,
  finding: { code: 'bad-payload' | 'unknown-fragment'; message: string; hint: string },
): Promise<EmulatorError> {
  const where = await document.locate([...path, useKey]);
  return new EmulatorError({ ...finding, where, path: formatPath(path) });
}

/** Follows `inside` from `place` through references as far as there is something; `left` keys lead to nothing. */
function trace(place: Place, inside: Path, used: Map<string, Fragment>): { place: Place; left: number } {
  const [key, ...rest] = inside;
  if (key === undefined) return { place, left: 0 };
  const value = valueAt(place.document.value, place.path);
  const own =
    child(value, key) === undefined
      ? { place, left: inside.length }
      : trace({ ...place, path: [...place.path, key] }, rest, used);
  const fragment = used.get(String(child(value, useKey)));
  if (!fragment || rawValue(fragment) === undefined) return own;
  const other = trace({ document: fragment.document, path: ['value'] }, inside, used);
  return other.left < own.left ? other : own;
}
