import { join, sep } from 'node:path';
import { EmulatorError } from '../../errors.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { suggest } from '../../platform/suggest.ts';
import { shownPath } from '../../project/json-file.ts';
import { assertValid } from '../check/check.ts';
import { parseDocument } from '../document/document.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { child } from '../document/path.ts';
import { filesIn, readText } from '../document/read.ts';

/** The folders below payloads/ whose files are parts of a payload; every other one is named for an event. */
export const fragmentFolders: readonly string[] = ['lpEvent', 'lpSdes', 'message', 'event'];

/** A part that payloads share; `name` is its folder and base name, such as `lpEvent/chat`. */
export interface Fragment {
  name: string;
  document: PayloadDocument;
  source: string;
  inferred: string | null;
}

/** The fragments that a project can use: its own, then those that come with this package. */
export interface Fragments {
  /** `undefined` where there is none of that name. Throws where its file cannot be used. */
  find(name: string): Promise<Fragment | undefined>;
  /** All names, sorted. */
  names(): Promise<string[]>;
}

/** The folders that hold payloads for the project at `root`; its own come first. */
export function payloadFolders(root: string): string[] {
  return [...new Set([root, packageRoot()])].map((each) => join(each, 'payloads'));
}

/** Whether a payload file (absolute) came with this package, and not with the project at `root`. */
export function isStock(root: string, path: string): boolean {
  const [, stock] = payloadFolders(root);
  return stock !== undefined && path.startsWith(`${stock}${sep}`);
}

/** The fragments for the project at `root`; each file is read once, when it is asked for. */
export function fragmentsOf(root: string): Fragments {
  const read = new Map<string, Promise<Fragment>>();
  let listed: Promise<Map<string, string>> | undefined;
  const paths = () => (listed ??= list(root));
  return {
    names: async () => [...(await paths()).keys()].toSorted(),
    find: async (name) => {
      const path = (await paths()).get(name);
      if (path === undefined) return undefined;
      const found = read.get(name) ?? readFragment(root, name, path);
      read.set(name, found);
      return found;
    },
  };
}

async function list(root: string): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const folder of payloadFolders(root)) {
    for (const part of fragmentFolders) {
      for (const { name, path } of await filesIn(root, join(folder, part))) {
        const full = `${part}/${name}`;
        if (!paths.has(full)) paths.set(full, path);
      }
    }
  }
  return paths;
}

async function readFragment(root: string, name: string, path: string): Promise<Fragment> {
  const shown = shownPath(root, path);
  const document = await parseDocument(await readText(path, shown), shown);
  const { fragmentFile } = await import('./file-schema.ts');
  const hint = 'a fragment file has the keys source, inferred and value';
  await assertValid(fragmentFile, { document, code: () => 'bad-payload', hint });
  const { source, inferred } = document.value as { source?: string; inferred?: string | null };
  return { name, document, source: source ?? '', inferred: inferred ?? null };
}

/** The value of `fragment` as its file has it, references not followed. */
export function rawValue(fragment: Fragment): unknown {
  return child(fragment.document.value, 'value');
}

/** Looks `name` up; throws `unknown-fragment`, with a did-you-mean, where there is none. */
export async function fragmentNamed(fragments: Fragments, name: string): Promise<Fragment> {
  const found = await fragments.find(name);
  if (found) return found;
  throw new EmulatorError(await unknownFragment(fragments, name));
}

/** What to say about a name that no fragment has. */
export async function unknownFragment(
  fragments: Fragments,
  name: string,
): Promise<{ code: 'unknown-fragment'; message: string; hint: string }> {
  const names = await fragments.names();
  const prefix = `${name.split('/')[0]}/`;
  const siblings = names.filter((each) => each.startsWith(prefix));
  // The folder that both share would make any two names in it look alike.
  const near = siblings.length
    ? suggest(
        name.slice(prefix.length),
        siblings.map((each) => each.slice(prefix.length)),
      )
    : suggest(name, names);
  const meant = near === undefined ? '' : ` Did you mean "${siblings.length ? prefix + near : near}"?`;
  return {
    code: 'unknown-fragment',
    message: `there is no fragment "${name}".${meant}`,
    hint: `the fragments are ${(siblings.length ? siblings : names).join(', ')}`,
  };
}
