import { platformNode } from '../../platform/node.ts';
import { good, type Check } from './check.ts';

/** The lowest version that runs everything here: its permission model and its lazy ES modules. */
const lowest = { major: 20, minor: 19 };

/** Whether Node `version` (such as `22.11.0`) can run the emulator, and whether it is the platform's. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const subject = 'Node';
  if (major < lowest.major || (major === lowest.major && minor < lowest.minor)) {
    const message = `${version} is too old; ${lowest.major}.${lowest.minor} is the lowest that works`;
    return { subject, status: 'error', message, hint: `install Node ${platformNode}` };
  }
  if (major === platformNode) return good(subject, `${version}, the platform runs ${platformNode} too`);
  return {
    subject,
    status: 'warning',
    message: `${version}, but the platform runs ${platformNode}`,
    hint: `use Node ${platformNode} to see what the platform would do, down to the last built-in function`,
  };
}
