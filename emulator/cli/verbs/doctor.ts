import { isEmulatorError } from '../../errors.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import type { Limits } from '../../platform/limits.ts';
import { findRoot } from '../../project/find.ts';
import { loadFunctions } from '../../project/load.ts';
import { loadSettings } from '../../project/settings.ts';
import { checkAccount } from '../doctor/account.ts';
import { checkBundles } from '../doctor/bundles.ts';
import { fromFinding, good, type Check } from '../doctor/check.ts';
import { checkConnector } from '../doctor/connector.ts';
import { checkEditor } from '../doctor/editor.ts';
import { checkFunctions } from '../doctor/functions.ts';
import { checkLibraries } from '../doctor/libraries.ts';
import { checkNode } from '../doctor/node.ts';
import { checkPorts } from '../doctor/port.ts';
import { renderChecks } from '../doctor/render.ts';
import { checkSecrets } from '../doctor/secrets.ts';
import { projectDoubts } from '../doubts.ts';
import type { Terminal } from '../terminal.ts';

/** Flags of `lpf-emulator doctor`. */
export interface DoctorOptions {
  json?: boolean;
  /** Port of 127.0.0.1 that has to be free, in place of those that are taken by default. */
  port?: number;
  limit?: string[];
}

/** `lpf-emulator doctor`: looks at everything around the functions. Returns 1 when something is wrong, else 0. */
export async function doctor(
  terminal: Terminal,
  { json = false, port, limit = [] }: DoctorOptions,
): Promise<number> {
  const limits = parseLimits(limit);
  const checks = [
    checkNode(process.versions.node),
    ...checkLibraries(),
    ...(await checkPorts(port)),
    ...(await checkProject(terminal.cwd, limits)),
  ];
  terminal.out(json ? `${JSON.stringify({ checks }, null, 2)}\n` : renderChecks(checks, terminal.colour));
  return checks.some(({ status }) => status === 'error') ? 1 : 0;
}

/** What is wrong in one place keeps no other from being looked at. */
async function checkProject(cwd: string, limits: Partial<Limits>): Promise<Check[]> {
  return attempt('project', async () => {
    const root = findRoot(cwd);
    const secrets = await attempt('secrets', () => checkSecrets(loadSettings(root), limits));
    const slips = await attempt('project', async () =>
      (await projectDoubts(root)).map((finding) => fromFinding('project', finding)),
    );
    const account = await attempt('account', () => checkAccount(root));
    const functions = await attempt('functions', async () => {
      const loaded = loadFunctions(root);
      const bundles = await checkBundles(root, loaded);
      const connector = await attempt('connector', () => checkConnector(root, loaded));
      return [
        ...checkFunctions(root, loaded),
        ...connector,
        ...bundles,
        ...checkEditor(root, loaded.functions),
      ];
    });
    return [good('project', root), ...slips, ...secrets, ...account, ...functions];
  });
}

async function attempt(subject: string, look: () => Check[] | Promise<Check[]>): Promise<Check[]> {
  try {
    return await look();
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    return [fromFinding(subject, error.finding)];
  }
}
