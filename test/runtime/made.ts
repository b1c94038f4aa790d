import {
  bundleFunctions,
  type InvocationRecord,
  Invoker,
  type InvokerOptions,
} from '../../emulator/index.ts';
import { loadProject } from '../../emulator/index.ts';
import type { Mock } from '../../emulator/payload/mock/mock.ts';
import type { Payload } from '../../emulator/payload/payload.ts';
import { generations } from '../../emulator/platform/generations.ts';
import { temporaryFolder } from '../temporary.ts';

/** What one call is fed: the payload itself, and what its file says beside it. */
interface Feed extends Pick<Payload, 'account' | 'base' | 'recording' | 'stock'> {
  payload?: unknown;
  mocks?: Mock[];
  cold?: boolean;
}

/** A function that is ready to be called. */
export interface Made {
  folder: string;
  /** Ends its instances before the test does. */
  close(): Promise<void>;
  call(feed?: Feed): Promise<InvocationRecord>;
}

const open: Invoker[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((invoker) => invoker.close()));
});

/**
 * A project with one function, `made`, from the text of its `index.js` or from files by path below `functions/`; its
 * allowlist lets everything through, unless the files say otherwise. Its instances end with the test. An `index.ts`
 * runs as v2 where no generation is asked for.
 */
export async function make(
  code: string | Record<string, string>,
  options: Partial<InvokerOptions> & { generation?: 'v1' | 'v2' } = {},
): Promise<Made> {
  const files = typeof code === 'string' ? { 'made/index.js': code } : code;
  const folder = temporaryFolder({
    'functions/made/config.json': { name: 'made', description: 'made', environmentVariables: { OWN: 'own' } },
    'functions/settings.json': { whitelist: ['*'] },
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`functions/${path}`, text])),
  });
  const { functions, settings } = loadProject(folder);
  const source = functions.find(({ name }) => name === 'made');
  const { generation } = options;
  const results = await bundleFunctions(folder, functions, {
    generations: generation ? [generation] : generations,
  });
  const bundle = results.findLast((result) => result.bundle && result.function === 'made')?.bundle;
  if (!source || !bundle) throw new Error(JSON.stringify(results));
  const invoker = new Invoker({ root: folder, settings, ...options });
  open.push(invoker);
  return {
    folder,
    close: () => invoker.close(),
    call: ({ payload = {}, mocks = [], cold = false, ...file } = {}) =>
      invoker.invoke({
        bundle,
        source,
        cold,
        payload: {
          name: 'test',
          event: null,
          file: 'test',
          input: { headers: [], payload },
          mocks,
          ...file,
          source: '',
          inferred: null,
        },
      }),
  };
}

/** Both engines, for `test.each`. */
export const engines = ['node', 'vm2'] as const;
