import { readFileSync } from 'node:fs';
import { judgeConfig } from '../../emulator/bundle/judge-config.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import { asLine, bundleProject, config, sourceOf } from './bundle-project.ts';

function said(more: object, generation: Generation): string[] {
  const root = bundleProject({
    'f/index.ts': 'export const lambda = async () => 1;',
    'f/config.json': config('f', more),
  });
  return judgeConfig(sourceOf(root, 'f'), generation).map(asLine);
}

const limitations = 'developers.liveperson.com/liveperson-functions-foundations-limitations.html';
const v2Limitations = 'developers.liveperson.com/liveperson-functions-v2-foundations-limitations.html';

test('a config that nothing is wrong with gets no complaint', () => {
  const environmentVariables = [{ key: 'ORDER_URL', value: 'https://orders.example' }];
  for (const generation of ['v1', 'v2'] as const) {
    expect(said({ event: 'bot_connectors_error_hook', environmentVariables }, generation)).toEqual([]);
    expect(said({ event: null, environmentVariables: { TZ: 'Europe/Berlin' } }, generation)).toEqual([]);
  }
});

test.each([
  ['bot_connectors_custom_integratoin', ' Did you mean "bot_connectors_custom_integration"?'],
  ['Third-Party Bots Error Hook', ' Did you mean "bot_connectors_error_hook"?'],
  ['xyz', ''],
])('the event %s is unknown', (event, meant) => {
  expect(said({ event }, 'v2')).toEqual([
    `error unknown-event functions/f/config.json:3:12 no event has the id "${event}".${meant}`,
  ]);
});

test.each([
  ['v1', '', 'error', `the description is empty, and the platform wants one (${limitations})`],
  ['v1', 'a'.repeat(101), 'error', `the description has 101 characters; v1 takes 100 (${limitations})`],
  [
    'v2',
    'a'.repeat(201),
    'error',
    'the description has 201 characters; v2 takes 200 (github.com/LivePersonInc/faas-cli src/types/IFunction.ts)',
  ],
  [
    'v1',
    'Fine; is it?',
    'warning',
    `the description holds ";"; v1 documents letters, digits and spaces only (${limitations})`,
  ],
] as const)('on %s a description is judged: %.14s', (generation, description, severity, message) => {
  expect(said({ description }, generation)).toEqual([
    `${severity} bad-description functions/f/config.json:4:18 ${message}`,
  ]);
});

test('v2 takes any text of up to 200 characters as a description', () => {
  expect(said({ description: `It's fine; really. ${'x'.repeat(181)}` }, 'v2')).toEqual([]);
});

describe('environment variables', () => {
  test.each([
    ['v1', { BRAND_ID: '1' }, '"BRAND_ID" is a name that the platform sets itself on v1'],
    [
      'v2',
      { X_LIVEPERSON_BRAND_ID: '1' },
      '"X_LIVEPERSON_BRAND_ID" is a name that the platform sets itself on v2',
    ],
    ['v1', { A: 'x'.repeat(201) }, `the value of "A" has 201 characters; v1 takes 200 (${limitations})`],
    [
      'v2',
      { A: 'x'.repeat(1_025) },
      `the value of "A" has 1025 characters; v2 takes 1024 (${v2Limitations})`,
    ],
    [
      'v2',
      { ['K'.repeat(201)]: '' },
      `the name of an environment variable has 201 characters; v2 takes 200 (${v2Limitations})`,
    ],
  ] as const)('on %s: %.30j', (generation, environmentVariables, message) => {
    expect(said({ environmentVariables }, generation)).toEqual([
      expect.stringMatching(/^error bad-environment functions\/f\/config\.json:10:\d+ /),
    ]);
    expect(said({ environmentVariables }, generation)[0]).toContain(message);
  });

  test('are at most 512 on v2', () => {
    const environmentVariables = Object.fromEntries(
      Array.from({ length: 513 }, (_, index) => [`K${index}`, 'v']),
    );
    expect(said({ environmentVariables }, 'v1')).toEqual([]);
    expect(said({ environmentVariables }, 'v2')).toEqual([
      `error bad-environment functions/f/config.json:9:27 513 environment variables; v2 takes 512 (${v2Limitations})`,
    ]);
  });

  test('are there once each', () => {
    const environmentVariables = [
      { key: 'A', value: '1' },
      { key: 'A', value: '2' },
    ];
    expect(said({ environmentVariables }, 'v1')).toEqual([
      expect.stringContaining('the environment variable "A" is there more than once'),
    ]);
  });

  test('are no place for credentials', () => {
    const [line] = said({ environmentVariables: { API_KEY: 'f00dfeed12345678' } }, 'v2');
    expect(line).toBe(
      'warning credential functions/f/config.json:10:16 the value of the environment variable "API_KEY" (16 characters) looks like a credential',
    );
  });
});

test('judging does not touch the file', () => {
  const root = bundleProject({ 'f/index.ts': '', 'f/config.json': config('f', { event: 'x' }) });
  const before = readFileSync(`${root}/functions/f/config.json`);
  judgeConfig(sourceOf(root, 'f'), 'v1');
  expect(readFileSync(`${root}/functions/f/config.json`)).toEqual(before);
});
