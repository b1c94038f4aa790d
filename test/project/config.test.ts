import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder } from '../temporary.ts';
import { lambda, working } from './working.ts';

const configOf = (config: object) => loadProject(temporaryFolder(working('a', config))).functions[0]?.config;

describe('config.json', () => {
  test.each([[null], [''], ['No Event'], [undefined]])(
    'event %p means that no event calls the function',
    (event) => {
      expect(configOf({ event })?.event).toBeNull();
    },
  );

  test('an event that the platform does not know is left for the bundler to judge', () => {
    expect(configOf({ event: 'made_up' })?.event).toBe('made_up');
  });

  test.each([
    [
      'the array of v1',
      [
        { key: 'A', value: '1' },
        { key: '', value: '' },
      ],
    ],
    ['the object of v2', { A: '1', key: 'value' }],
  ])('environment variables are read from %s, without the placeholder of lpf', (_, environmentVariables) => {
    expect(configOf({ environmentVariables })?.environmentVariables).toEqual([{ key: 'A', value: '1' }]);
  });

  test('headers given as an object become the pairs that the platform sends', () => {
    expect(configOf({ input: { headers: { 'x-a': '1' }, payload: [] } })?.input).toEqual({
      headers: [{ key: 'x-a', value: '1' }],
      payload: [],
    });
  });

  test('the time of the call may be given; without it, it is the time of the run', () => {
    expect(configOf({ input: { timestamp: 1675245920288 } })?.input.timestamp).toBe(1675245920288);
    expect(configOf({ input: {} })?.input).not.toHaveProperty('timestamp');
  });

  test('what is missing is empty', () => {
    expect(configOf({ description: undefined })).toEqual({
      name: 'a',
      event: null,
      description: '',
      input: { headers: [], payload: {} },
      environmentVariables: [],
    });
  });

  test('a payload of null stays null', () => {
    expect(configOf({ input: { payload: null } })?.input.payload).toBeNull();
  });

  test('a byte order mark is no fault', () => {
    const root = temporaryFolder({
      'functions/a/index.js': lambda,
      'functions/a/config.json': '\uFEFF{"name":"a"}',
    });
    expect(loadProject(root).broken).toEqual([]);
  });
});
