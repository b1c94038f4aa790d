import type { Finding } from '../errors.ts';
import { isEmulatorError } from '../errors.ts';
import { compose } from './compose/compose.ts';
import { type Fragment, fragmentNamed, type Fragments, fragmentsOf } from './compose/fragments.ts';
import type { Payload } from './payload.ts';
import { eventsWithPayloads, filesOf, readAll } from './payloads.ts';

/** A fragment with its references followed. */
export interface ComposedFragment extends Omit<Fragment, 'document'> {
  file: string;
  value: unknown;
}

/** Every payload and fragment that can be used, and what is wrong or doubtful with the others. */
export interface Catalogue {
  payloads: Payload[];
  fragments: ComposedFragment[];
  findings: Finding[];
}

/** Everything at hand for the project at `root`: its own, and for events that it has no payloads of, this package's. */
export async function catalogue(root: string): Promise<Catalogue> {
  const fragments = fragmentsOf(root);
  const read = await Promise.all(
    (await eventsWithPayloads(root)).map(async (event) =>
      readAll(root, await filesOf(root, event), { event, fragments }),
    ),
  );
  const composed = await composeAll(fragments, await fragments.names());
  return {
    payloads: read.flatMap(({ payloads }) => payloads),
    fragments: composed.fragments,
    findings: [...composed.findings, ...read.flatMap(({ findings }) => findings)],
  };
}

/** Composes the fragments of these names; one that cannot be used becomes a finding. */
export async function composeAll(
  fragments: Fragments,
  names: readonly string[],
): Promise<Pick<Catalogue, 'fragments' | 'findings'>> {
  const results = await Promise.all(names.map((name) => composeOne(fragments, name).catch(findingOf)));
  return {
    fragments: results.flatMap((result) => ('code' in result ? [] : [result])),
    findings: results.flatMap((result) => ('code' in result ? [result] : [])),
  };
}

/** The fragment of that name, references followed. Throws where there is none or it cannot be used. */
export async function composeOne(fragments: Fragments, name: string): Promise<ComposedFragment> {
  const { document, source, inferred } = await fragmentNamed(fragments, name);
  const { value } = await compose(document, ['value'], fragments);
  return { name, file: document.file, source, inferred, value };
}

function findingOf(error: unknown): Finding {
  if (isEmulatorError(error)) return error.finding;
  throw error;
}
