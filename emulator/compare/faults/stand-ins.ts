import type { Bundle } from '../../bundle/bundle.ts';
import { shortHash } from '../../bundle/hash.ts';
import { type Callable, CallableFunctions } from '../../invoke/callable.ts';
import type { Generation } from '../../platform/generations.ts';
import type { Fault } from './row.ts';

/** What the function does instead, where a fault is in its code; both generations call it the same. */
const bodies: Partial<Record<Fault, string>> = {
  slow: 'setInterval(() => undefined, 1000); await new Promise(() => undefined);',
  down: 'setTimeout(() => { throw new Error("the instance breaks down"); }, 0); await new Promise((resolve) => setTimeout(resolve, 1000));',
  'error-500': 'throw new Error("the bot fails");',
  malformed: 'return "neither messages nor an action";',
};

/** The functions of a project, of which one has a fault: code of ours in its place, or nothing that can be called. */
export class FaultyFunctions extends CallableFunctions {
  readonly #name: string;
  readonly #fault: Fault;

  constructor({ root, uuids }: CallableFunctions, name: string, fault: Fault) {
    super(root, uuids);
    this.#name = name;
    this.#fault = fault;
  }

  override async named(name: string, generation: Generation): Promise<Callable | undefined> {
    const found = await super.named(name, generation);
    if (name !== this.#name) return found;
    if (this.#fault === 'error-404') return undefined;
    const body = bodies[this.#fault];
    if (body === undefined || !found || 'findings' in found) return found;
    return { source: found.source, bundle: standIn(found.bundle, body) };
  }
}

function standIn({ function: name, generation }: Bundle, body: string): Bundle {
  const code =
    generation === 'v2'
      ? `async function lambda() { ${body} }\n`
      : `function lambda(input, callback) {\n  (async () => { ${body} })().then((answer) => callback(null, answer), (error) => callback(error));\n}\n`;
  return {
    function: name,
    generation,
    code,
    map: null,
    hash: shortHash(code),
    characters: code.length,
    weights: [],
  };
}
