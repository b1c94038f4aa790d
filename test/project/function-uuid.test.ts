import { functionUuid } from '../../emulator/project/function-uuid.ts';

test('a function has the same uuid on every machine, and no two functions have the same one', () => {
  expect(functionUuid('made')).toBe('906ad5e7-0fb1-5ad3-8b4e-bffae02030db');
  const names = Array.from({ length: 100 }, (_, index) => `function${index}`);
  const uuids = names.map(functionUuid);
  expect(new Set(uuids).size).toBe(names.length);
  const shape = /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
  expect(uuids.filter((uuid) => !shape.test(uuid))).toEqual([]);
});
