import type { Generation } from '../platform/generations.ts';
import { builtInOfNode22 } from '../platform/node-built-ins.ts';
import { platformNode } from '../platform/node.ts';

/** What to do about a built-in that v2 has and the Node that runs here lacks; `undefined` for any other error. */
export function adviceForNode(message: string, generation: Generation): string | undefined {
  const { node } = process.versions;
  const name = builtInOfNode22(message);
  if (name === undefined || generation !== 'v2' || Number.parseInt(node, 10) >= platformNode)
    return undefined;
  return `Node ${platformNode}, which the platform runs, has ${name}; the emulator runs on Node ${node} here: use Node ${platformNode}`;
}
