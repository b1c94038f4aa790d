import { replaceFile } from '../../../bundle/replace-file.ts';
import { EmulatorError, type Finding } from '../../../errors.ts';
import type { Mock } from '../../../payload/mock/mock.ts';
import { longestText } from '../../../payload/document/unparsable.ts';
import { cannotWrite } from '../../../project/cannot-write.ts';
import { type Entry, entryOf } from './entry.ts';
import { merge } from './merge.ts';
import type { Exchange } from './recorder.ts';
import { learnHeaders, scrubNames, scrubValues } from './scrub.ts';
import { sensitiveNames } from './sensitive.ts';
import { SecretValues } from './values.ts';

/** What must not be kept beyond what is known by its name. */
export interface Discretion {
  /** Values, such as those of the project's secrets. */
  secrets: readonly unknown[];
  /** Names of headers, parameters and fields. */
  names: readonly string[];
}

/** A recording as text, and what it could not keep. */
export interface Written {
  text: string;
  answers: number;
  findings: Finding[];
}

/** Writes what the network answered in several calls as a recording, with nothing secret left in it. */
export async function recordingText(
  tapes: readonly (readonly Exchange[])[],
  { secrets, names }: Discretion,
  recorded: Date,
): Promise<Written> {
  const isSensitive = sensitiveNames(names);
  const values = new SecretValues();
  for (const secret of secrets) values.learn(secret);
  const findings: Finding[] = [];
  const calls = tapes.map((tape) =>
    tape.flatMap(({ request, answer }) => {
      learnHeaders(request, isSensitive, values);
      const entry = entryOf(request, answer);
      if ('mock' in entry) return [scrubNames(entry.mock, isSensitive, values)];
      findings.push(notKept(request, entry));
      return [];
    }),
  );
  const { mocks, differing } = merge(calls.map((call) => call.map((mock) => scrubValues(mock, values))));
  findings.push(...differing.map(differs));
  const text = await toYaml(mocks, recorded);
  if (values.remainIn(text)) throw new Error('a secret is left in the recording, so it is not written');
  if (text.length > longestText) throw tooLong(text.length);
  return { text, answers: mocks.length, findings };
}

async function toYaml(mocks: Mock[], recorded: Date): Promise<string> {
  const { stringify } = await import('yaml');
  const head =
    '# What the network answered, without secrets: * stands for any text in a request, "scrubbed" for a value in an answer.\n';
  return (
    head +
    stringify(
      { recorded: recorded.toISOString(), mocks: mocks.map(inOrder) },
      { lineWidth: 0, aliasDuplicateObjects: false },
    )
  );
}

/** Keys as people look for them: what is asked, then what is answered. */
function inOrder({ method, url, query, requestBody, times, fault, status, headers, ...rest }: Mock): Mock {
  const entries = Object.entries({ method, url, query, requestBody, times, fault, status, headers, ...rest });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Mock;
}

/** Puts a recording into its file, in one step; answers whether there was another before. Throws `cannot-write`. */
export function writeRecording(path: string, shown: string, text: string): boolean {
  try {
    return replaceFile(path, text) !== null;
  } catch (error) {
    throw cannotWrite(shown, error, 'the recording is lost');
  }
}

function notKept(
  { method, url }: Exchange['request'],
  { reason }: Extract<Entry, { reason: string }>,
): Finding {
  return {
    code: 'not-recorded',
    severity: 'warning',
    message: `${method} ${url} is not in the recording: ${reason}`,
    hint: 'declare it under mocks: in the payload or conversation file; a large body goes into a file of its own',
  };
}

function differs(name: string): Finding {
  return {
    code: 'not-recorded',
    severity: 'warning',
    message: `${name} was answered differently in different calls; the recording has the answers of the first`,
    hint: 'record the calls apart, each into a file of its own (--payload)',
  };
}

function tooLong(length: number): EmulatorError {
  return new EmulatorError({
    code: 'cannot-write',
    message: `the recording has ${length} characters, more than the ${longestText} that are read again`,
    hint: 'record fewer payloads at a time (--payload)',
  });
}
