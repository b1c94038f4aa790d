type Method = (this: unknown, ...given: unknown[]) => unknown;

/** The sandbox's side of a method, made over the host's. */
type Wrap = (method: Method) => Method;

/** What `realm/web.ts` puts over the methods of the host's web classes. */
export interface Wraps {
  answerBytes: Wrap;
  fillArray: Wrap;
  readText: Wrap;
}

const cryptography = prototypeOf(crypto);
const subtle = prototypeOf(crypto.subtle);
const asItIs: Wrap = (method) => method;

/** Made once: an instance that loads many bundles has a sandbox for each, and all of them start from Node's methods. */
const methods = [
  ...methodsOf(Response.prototype, ['text', 'json', 'blob', 'formData']),
  ...methodsOf(AbortSignal.prototype, ['throwIfAborted']),
  ...methodsOf(Response.prototype, ['arrayBuffer'], 'answerBytes'),
  ...methodsOf(Request.prototype, ['arrayBuffer'], 'answerBytes'),
  ...methodsOf(Blob.prototype, ['arrayBuffer'], 'answerBytes'),
  ...methodsOf(Blob.prototype, ['text'], 'readText'),
  ...methodsOf(subtle, namesOf(subtle), 'answerBytes'),
  ...methodsOf(cryptography, ['getRandomValues'], 'fillArray'),
];

/** Has the host's web classes hand out bytes, and errors, that cross the border of the sandbox. */
export function openWebMethods(wraps: Wraps): void {
  for (const { target, name, method, wrap } of methods) {
    const value = (wrap ? wraps[wrap] : asItIs)(plainly(method));
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

function plainly(method: Method): Method {
  return function telling(...given) {
    try {
      const answer = method.apply(this, given);
      return answer instanceof Promise ? answer.catch(fail) : answer;
    } catch (error) {
      return fail(error);
    }
  };
}

/** A DOMException does not cross: what it says lies where only its own realm may look. */
function fail(error: unknown): never {
  if (!(error instanceof DOMException)) throw error;
  const { name, message, code } = error;
  throw Object.assign(new Error(message), { name, code });
}

function methodsOf(target: object, names: string[], wrap?: keyof Wraps) {
  return names.map((name) => ({ target, name, wrap, method: Reflect.get(target, name) as Method }));
}

function prototypeOf(instance: object): object {
  return Object.getPrototypeOf(instance) as object;
}

function namesOf(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}
