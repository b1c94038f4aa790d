import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findProject, findRoot } from '../../emulator/project/find.ts';
import { temporaryFolder } from '../temporary.ts';

const project = () =>
  temporaryFolder({ 'functions/greet/index.js': '', 'functions/greet/src/deep/a.ts': '' });

test('the root is the folder that holds functions/', () => {
  const root = project();
  expect(findRoot(root)).toBe(root);
});

test.each(['functions', 'functions/greet', 'functions/greet/src/deep', 'docs/pages'])(
  'the root is found from %s',
  (folder) => {
    const root = project();
    mkdirSync(join(root, folder), { recursive: true });
    expect(findRoot(join(root, folder))).toBe(root);
  },
);

test('the nearest project wins over one further up', () => {
  const root = project();
  const inner = join(root, 'dist/v1');
  mkdirSync(join(inner, 'functions'), { recursive: true });
  expect(findRoot(join(inner, 'functions'))).toBe(inner);
});

test('a function named functions does not make a project of functions/', () => {
  const root = temporaryFolder({ 'functions/functions/index.js': '', 'functions/functions/config.json': {} });
  expect(findRoot(join(root, 'functions'))).toBe(root);
  expect(findRoot(join(root, 'functions/functions'))).toBe(root);
});

test('a file named functions is no project', () => {
  const root = temporaryFolder({ 'inner/functions': 'text' });
  expect(findProject(join(root, 'inner'))).toBeUndefined();
});

test('functions/ may be a link', () => {
  const real = project();
  const root = temporaryFolder();
  symlinkSync(join(real, 'functions'), join(root, 'functions'));
  expect(findRoot(root)).toBe(root);
});

test('outside of a project the complaint says how to start one', () => {
  const folder = temporaryFolder();
  expect(findProject(folder)).toBeUndefined();
  expect(() => findRoot(folder)).toThrow(
    expect.objectContaining({
      finding: {
        code: 'no-project',
        severity: 'error',
        message: `no folder named functions/ in ${folder} or above it`,
        hint: 'go to your project, or start one here: lpf-emulator new customIntegration myFunction',
      },
    }),
  );
});
