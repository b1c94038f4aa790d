import type { Spot } from '../../payload/document/payload-document.ts';
import { formatPath, type Path } from '../../payload/document/path.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { functionsHere } from '../../project/unknown-function.ts';
import { hooksOf } from './hooks.ts';
import { type Role, roleFault } from './role.ts';
import type { Hooks } from './settings.ts';

/** The functions of a project, as its `connector.yaml` may name them. */
export interface Known {
  names: readonly string[];
  /** The event that one is for; `undefined` where it is not known. */
  eventOf?: (name: string) => string | null | undefined;
}

/** What names a function that the project does not have, or one for another event. */
export interface Stranger {
  path: Path;
  spot: Spot;
  message: string;
  hint: string;
}

/** The strangers among bots, which are named for their functions, and among their hooks. */
export function strangersAmong(
  bots: Readonly<Record<string, { hooks?: Partial<Hooks> | undefined }>>,
  known: Known,
): Stranger[] {
  return Object.entries(bots).flatMap(([bot, { hooks = {} }]) => {
    const path = ['bots', bot];
    const own = faultOf(bot, 'bot', known, { unknown: formatPath(path), known: formatPath(path) });
    return [
      ...(own ? [{ path, spot: 'key' as const, ...own }] : []),
      ...hooksOf({ hooks }).flatMap(({ hook, name }) => {
        const at = [...path, 'hooks', hook];
        const shown = formatPath(at);
        const fault = faultOf(name, hook, known, {
          unknown: `${shown} names "${name}", which`,
          known: shown,
        });
        return fault ? [{ path: at, spot: 'value' as const, ...fault }] : [];
      }),
    ];
  });
}

function faultOf(
  name: string,
  role: Role,
  { names, eventOf }: Known,
  shown: { unknown: string; known: string },
): Pick<Stranger, 'message' | 'hint'> | undefined {
  if (!names.includes(name)) {
    const message = `${shown.unknown} is no function of this project.${didYouMean(name, names)}`;
    return { message, hint: functionsHere(names) };
  }
  const fault = roleFault(name, eventOf?.(name), role);
  return fault && { ...fault, message: `${shown.known}: ${fault.message}` };
}
