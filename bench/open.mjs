import { bundleFunctions, Invoker, loadProject } from '../build/index.js';

/** Everything needed to invoke one function of a project through the public API. */
export async function open(root, name, options = {}) {
  const { functions, settings } = loadProject(root, [name]);
  const [source] = functions;
  const [{ bundle }] = await bundleFunctions(root, [source], { generations: ['v2'] });
  const payload = {
    name: 'bench',
    event: source.config.event,
    file: 'bench',
    input: source.config.input,
    mocks: [],
    source: '',
    inferred: null,
  };
  const invoker = new Invoker({ settings, ...options });
  return { invoker, invocation: { bundle, source, payload }, bundle, input: source.config.input };
}
