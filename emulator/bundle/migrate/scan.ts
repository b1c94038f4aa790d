import type { Program } from 'acorn';
import { renderWhere } from '../../errors.ts';
import { packageOf } from '../shown-path.ts';
import { callbackLook } from './callback.ts';
import type { Change, Look, Script } from './change.ts';
import { type Clients, note } from './clients.ts';
import { contextServiceLook, salesforceLook } from './clients-replaced.ts';
import { commonJsLook } from './common-js.ts';
import { consoleLook } from './console.ts';
import { environmentLook } from './environment.ts';
import { errorBodyLook, errorCodeLook } from './error-codes.ts';
import { handlerLook } from './handler.ts';
import { httpClientLook } from './http-client.ts';
import { lpClientLook } from './lp-client.ts';
import { modulesLook } from './modules.ts';
import { secretLook, systemSecretLook } from './secrets.ts';
import { stateLook } from './state.ts';

const looks: readonly Look[] = [
  handlerLook,
  callbackLook,
  modulesLook,
  commonJsLook,
  httpClientLook,
  lpClientLook,
  contextServiceLook,
  salesforceLook,
  secretLook,
  systemSecretLook,
  environmentLook,
  stateLook,
  errorCodeLook,
  errorBodyLook,
  consoleLook,
];

/** The clients and objects that the variables of `program` hold. */
export async function clientsOf(program: Program): Promise<Clients> {
  const { full } = await import('acorn-walk');
  const clients: Clients = { clients: new Map(), objects: new Map() };
  full(program, (node) => note(node, clients));
  return clients;
}

/**
 * The changes that `script` asks for, in the order of their places; only the lasting ones for a bundle
 * of an `index.ts`. What an npm package holds is not the user's.
 */
export async function scan(script: Script): Promise<Change[]> {
  const { fullAncestor } = await import('acorn-walk');
  const handWritten = script.bundle.map === null;
  const looking = looks.filter(({ lasting }) => lasting || handWritten);
  const found = looking.flatMap((look) => look.program?.(script) ?? []);
  fullAncestor(script.program, (node, _, ancestors) => {
    for (const look of looking) found.push(...(look.node?.(node, script, ancestors) ?? []));
  });
  const seen = new Set<string>();
  return inOrder(found).filter((change) => {
    if (packageOf(change.where.file) !== null || seen.has(identity(change))) return false;
    return seen.add(identity(change));
  });
}

/** What nobody has to change is worth one note, however often it is there. */
function identity({ kind, by, message, where }: Change): string {
  return [by === 'nobody' ? '' : renderWhere(where), kind, message].join(' ');
}

/** By file, line and column. */
export function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted(
    ({ where: one }, { where: other }) =>
      one.file.localeCompare(other.file, 'en') ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}
