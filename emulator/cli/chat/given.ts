import { dirname, resolve } from 'node:path';
import { withAccounts } from '../../conversation/accounts.ts';
import { faultsOf } from '../../conversation/faults.ts';
import type { Given } from '../../conversation/schema/given.ts';
import type { Scene } from '../../conversation/stage.ts';
import { firstOf } from '../../payload/check/check.ts';
import { compose } from '../../payload/compose/compose.ts';
import { parseDocument } from '../../payload/document/document.ts';
import { fragmentsOf } from '../../payload/compose/fragments.ts';
import { merge } from '../../payload/compose/merge.ts';
import type { PayloadDocument } from '../../payload/document/payload-document.ts';
import type { Path } from '../../payload/document/path.ts';
import { readText } from '../../payload/document/read.ts';
import { shownPath } from '../../project/json-file.ts';
import type { Terminal } from '../terminal.ts';
import type { ChatFlags } from './options.ts';

/** The project that is chatted with. */
export interface Place {
  root: string;
  /** Names of its functions. */
  functions: readonly string[];
}

/** What a chat begins with, as its flags have it. Throws what is wrong with a file, with the place. */
export async function sceneOf(
  { cwd }: Pick<Terminal, 'cwd'>,
  name: string,
  { given, settings, channel }: ChatFlags,
  place: Place,
): Promise<Scene> {
  const read = (file: string, path: Path): Promise<Given> => givenFile(resolve(cwd, file), path, place);
  const parts: Given[] = [
    ...(given === undefined ? [] : [await read(given, [])]),
    ...(settings === undefined ? [] : [await read(settings, ['settings'])]),
    ...(channel === undefined ? [] : [{ settings: { conversationType: channel } }]),
  ];
  const base = given === undefined ? place.root : dirname(resolve(cwd, given));
  return { function: name, given: parts.reduce(laidOver, {}), base };
}

/** The same scene with other settings, as they are typed: `welcomeMessage: true, skill: sales`. */
export async function withSettings(scene: Scene, typed: string, place: Place): Promise<Scene> {
  const text = typed.startsWith('{') ? typed : `{ ${typed} }`;
  const own = await givenIn(await parseDocument(text, '/settings'), ['settings'], place);
  return { ...scene, given: laidOver(scene.given, own) };
}

function laidOver(base: Given, over: Given): Given {
  return merge(base, over);
}

async function givenFile(path: string, inside: Path, place: Place): Promise<Given> {
  const shown = shownPath(place.root, path);
  const document = await parseDocument(await readText(path, shown), shown);
  const { value, locate } = await compose(document, [], fragmentsOf(place.root));
  return givenIn({ file: shown, value, locate }, inside, place);
}

/** Judged as the `given` of a conversation file is, or as what stands at `inside` of it. */
async function givenIn(
  { file, value, locate }: Pick<PayloadDocument, 'file' | 'value' | 'locate'>,
  inside: Path,
  place: Place,
): Promise<Given> {
  const depth = inside.length + 1;
  const document = {
    file,
    value: {
      given: inside.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value),
      conversations: [{ name: 'chat', function: place.functions[0] ?? '', turns: [{ joins: true }] }],
    },
    locate: (path: Path, spot?: 'key' | 'value') => locate(path.slice(depth), spot),
  };
  const failed = firstOf(await faultsOf(document, place));
  if (failed) throw failed;
  return (await withAccounts(document, place.root)).given ?? {};
}
