import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import { composeOne } from './catalogue.ts';
import type { ComposedFragment } from './catalogue.ts';
import { firstOf } from './check/check.ts';
import { fragmentsOf } from './compose/fragments.ts';
import type { Payload } from './payload.ts';
import { eventsWithPayloads, filesOf, readAll } from './payloads.ts';

/**
 * The payload or fragment that `name` stands for: `event/name`, a fragment such as `lpEvent/chat`, or the short name of
 * a payload that only one event has. Throws `unknown-payload` where there is none or more than one, and whatever is
 * wrong with its file.
 */
export async function findStored(root: string, name: string): Promise<Payload | ComposedFragment> {
  const fragments = fragmentsOf(root);
  const fragmentNames = await fragments.names();
  if (fragmentNames.includes(name)) return composeOne(fragments, name);
  const all = await listed(root);
  const fitting = all.filter(({ full, file }) => full === name || file.name === name);
  const [only] = fitting;
  if (!only) throw unknown(name, [...all.flatMap(({ full, file }) => [file.name, full]), ...fragmentNames]);
  if (fitting.length > 1)
    throw ambiguous(
      name,
      fitting.map(({ full }) => full),
    );
  const { payloads, findings } = await readAll(root, [only.file], { event: only.event, fragments });
  const failed = firstOf(findings);
  if (failed) throw failed;
  return payloads[0] ?? Promise.reject(new Error('a payload without findings is a payload'));
}

async function listed(root: string) {
  const files = (await eventsWithPayloads(root)).map(async (event) =>
    (await filesOf(root, event)).map((file) => ({ event, file, full: `${event}/${file.name}` })),
  );
  return (await Promise.all(files)).flat();
}

function unknown(name: string, names: readonly string[]): EmulatorError {
  return new EmulatorError({
    code: 'unknown-payload',
    message: `no payload or fragment named "${name}".${didYouMean(name, names)}`,
    hint: 'see what there is with: lpf-emulator payload list',
  });
}

function ambiguous(name: string, full: readonly string[]): EmulatorError {
  return new EmulatorError({
    code: 'unknown-payload',
    message: `"${name}" is the name of several payloads`,
    hint: `say which one: ${full.join(', ')}`,
  });
}
