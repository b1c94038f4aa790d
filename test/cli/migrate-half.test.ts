import { bundleProject } from '../bundle/bundle-project.ts';
import { command } from './command.ts';

test('in the middle of the way, an index.ts is told what is left beside what keeps it from being bundled', () => {
  const half = `import { Toolbelt } from 'core-functions-toolbelt';
IMPORT
export function lambda(input: any, callback: any) {
  Toolbelt.HTTPClient()({ url: 'https://a.example' }).then((text: string) => callback(null, text));
}
`;
  const root = bundleProject({
    'half/index.ts': half.replace('IMPORT', ''),
    'lost/index.ts': half.replace('IMPORT', "import { last } from 'lodash';\nexport { last };"),
  });
  const { code, stdout } = command('lpf-bundle', root, ['migrate', '--check'], { env: {} });
  expect(code).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "half
      ✗ wrong-lambda  lambda takes 2 parameters, but is given the input only
        at functions/half/index.ts:3:8
        → return the answer and throw what failed: async function lambda(input)
      yours  functions/half/index.ts:4:3   http-client  Toolbelt.HTTPClient() is not there on v2
             → use fetch, which lpf-bundle turns back into HTTPClient for v1; it fails for no status, so check response.ok
      yours  functions/half/index.ts:4:27  http-client  fetch has no option url
             → make it the first argument of fetch
      yours  functions/half/index.ts:4:78  callback     callback(null, …) answers
             → return the answer here, and have lambda return or await the promise that this is part of; in a listener, settle a promise that lambda awaits
      3 changes: 0 made by lpf-bundle, 3 yours

    lost
      ✗ unresolved-import  "lodash" is provided by the platform on v1 only, and is not installed here
        at functions/lost/index.ts:2:22
        → take the same from "es-toolkit" or "es-toolkit/compat", installed so that both can be inlined
      ✗ wrong-lambda  lambda takes 2 parameters, but is given the input only
        at functions/lost/index.ts:4:8
        → return the answer and throw what failed: async function lambda(input)
      yours  functions/lost/index.ts:5:3   http-client  Toolbelt.HTTPClient() is not there on v2
             → use fetch, which lpf-bundle turns back into HTTPClient for v1; it fails for no status, so check response.ok
      yours  functions/lost/index.ts:5:27  http-client  fetch has no option url
             → make it the first argument of fetch
      yours  functions/lost/index.ts:5:78  callback     callback(null, …) answers
             → return the answer here, and have lambda return or await the promise that this is part of; in a listener, settle a promise that lambda awaits
      3 changes: 0 made by lpf-bundle, 3 yours

    6 changes: 0 made by lpf-bundle, 6 yours, in 2 functions
    made   by lpf-bundle, once the function is an index.ts that exports lambda(input) and returns its answer:
           from that it writes v1 and v2. An index.js it takes as it is, for the generation it is written for
    yours  to be changed by hand on the way there
    note   nothing to change, but v2 behaves differently
    "
  `);
});
