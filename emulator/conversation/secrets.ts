import { EmulatorError } from '../errors.ts';
import { type Scrubber, scrubberOf } from '../invoke/secrets.ts';
import { mapData } from '../payload/compose/map-data.ts';
import type { Settings } from '../project/settings.ts';
import type { PlayedTurn } from './played-turn.ts';
import type { Given } from './schema/given.ts';
import type { Transcript } from './transcript/file.ts';

/** The settings of the project, with the secrets that a conversation has over them. */
export function withSecrets(settings: Settings, { secrets: own }: Given): Settings {
  if (!own) return settings;
  const others = settings.secrets.filter(({ key }) => !Object.hasOwn(own, key));
  return {
    ...settings,
    secrets: [...others, ...Object.entries(own).map(([key, value]) => ({ key, value }))],
  };
}

/** A transcript whose secrets are names: `[secret orders-key]` stands wherever a value stood. */
export function withoutSecrets(transcript: Transcript, settings: Settings): Transcript {
  const { given } = transcript;
  const { secrets } = withSecrets(settings, given);
  if (secrets.length === 0) return transcript;
  const own = Object.keys(given.secrets ?? {}).map((key) => [key, placeholder(key)]);
  const named = given.secrets ? { ...given, secrets: Object.fromEntries(own) } : given;
  const scrubber = scrubberOf(secrets)();
  const text = (each: string): string => scrubber.scrub(each, 'request');
  const turns = transcript.turns.map((each) => withoutValues(each, scrubber));
  const clean = mapData({ given: named, turns }, { text });
  return { ...transcript, ...(clean as Pick<Transcript, 'given' | 'turns'>) };
}

/** What bot and hooks were given and gave may hold a value as a number, as data, and as a key. */
function withoutValues({ entries, ...turn }: PlayedTurn, scrubber: Scrubber): PlayedTurn {
  const clean = entries.map((entry) => {
    const fields = Object.entries(entry).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      fields.map(([name, value]) => [name, scrubber.scrubData(value, 'request')]),
    ) as unknown as (typeof entries)[number];
  });
  return { ...turn, entries: clean };
}

/** The secrets of which a `given` knows the names alone. */
export function namedSecrets({ secrets = {} }: Given): string[] {
  return Object.keys(secrets).filter((key) => secrets[key] === placeholder(key));
}

/**
 * A `given` with the project's own secrets where it knows their names alone. Throws `bad-settings` for one that there
 * is not.
 */
export function withValues(given: Given, { secrets }: Settings): Given {
  const names = namedSecrets(given);
  const missing = names.find((name) => secrets.every(({ key }) => key !== name));
  if (missing !== undefined) throw unknownSecret(missing);
  if (!JSON.stringify(given).includes('[secret ')) return given;
  const fill = (text: string): string =>
    secrets.reduce(
      (all, { key, value }) =>
        typeof value === 'string' ? all.replaceAll(placeholder(key), () => value) : all,
      text,
    );
  return mapData(givenWithout(given, names), { text: fill }) as Given;
}

/** A `given` without secrets of these names. */
export function givenWithout({ secrets, ...given }: Given, names: readonly string[]): Given {
  const others = Object.entries(secrets ?? {}).filter(([key]) => !names.includes(key));
  return others.length > 0 ? { ...given, secrets: Object.fromEntries(others) } : given;
}

/** As records have it. */
function placeholder(name: string): string {
  return `[secret ${name}]`;
}

function unknownSecret(name: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-settings',
    message: `the conversation had a secret "${name}", and functions/settings.json has none of that name`,
    hint: `add it to the secrets there: { "key": "${name}", "value": … }; transcripts keep no values of secrets`,
  });
}
