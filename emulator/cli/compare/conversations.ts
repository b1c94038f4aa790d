import type { CompareReport } from '../../compare/report.ts';
import { readConversationFile, type Script } from '../../conversation/conversation-file.ts';
import { findFiles } from '../../conversation/find.ts';
import { named } from '../../conversation/named.ts';
import { EmulatorError, isEmulatorError } from '../../errors.ts';
import type { Project } from '../../project/project.ts';
import { unknownFunction } from '../../project/unknown-function.ts';

/** The conversations that a comparison is asked for, and the files that cannot be used. */
export interface Conversations {
  scripts: Script[];
  broken: CompareReport['broken'];
}

/**
 * Reads them, at least one. Throws `unknown-conversation`, `bad-usage` for a name that none has, and what is wrong with
 * the files where none can be used.
 */
export async function readConversations(
  { root, functions, broken }: Pick<Project, 'root' | 'functions' | 'broken'>,
  cwd: string,
  { asked, name }: { asked: readonly string[]; name: string | undefined },
): Promise<Conversations> {
  const names = [...functions, ...broken].map((each) => each.name);
  const files = await findFiles(root, cwd, asked).catch((error: unknown) => {
    throw namesFunction(error, asked, names);
  });
  const read = await Promise.all(files.map((file) => readConversationFile(root, file, names)));
  const all = read.flatMap(({ scripts }) => scripts);
  const [fault] = read.flatMap(({ findings }) => findings);
  // Where no file can be used there is nothing to report on, and what is wrong with the first one is what helps.
  if (all.length === 0 && fault) throw new EmulatorError(fault);
  return {
    scripts: named(all, name),
    broken: read.flatMap(({ file, findings }) =>
      findings.length > 0 ? [{ file: file.shown, findings }] : [],
    ),
  };
}

/** A function in the place of a file is a slip that the flag is for. */
function namesFunction(error: unknown, asked: readonly string[], functions: readonly string[]): unknown {
  if (!isEmulatorError(error) || error.finding.code !== 'unknown-conversation') return error;
  const name = asked.find((each) => functions.includes(each));
  if (name === undefined) return error;
  const hint = `${name} is a function: give it with --function ${name}; ${error.finding.hint}`;
  return new EmulatorError({ ...error.finding, hint });
}

/** The function that is asked for, or the one that all conversations have. Throws `unknown-function` and `bad-usage`. */
export function functionOf(
  asked: string | undefined,
  scripts: readonly Script[],
  { functions, broken }: Pick<Project, 'functions' | 'broken'>,
): string {
  const names = [...functions, ...broken].map(({ name }) => name);
  const bots = [...new Set(scripts.map((script) => script.function))];
  const [only] = bots;
  if (asked === undefined && only !== undefined && bots.length === 1) return only;
  if (asked !== undefined && names.includes(asked)) return asked;
  if (asked !== undefined) throw unknownFunction(asked, names);
  throw new EmulatorError({
    code: 'bad-usage',
    message: `the conversations have ${bots.length} bots`,
    hint: `say which one: --function ${bots.join(' or ')}`,
  });
}
