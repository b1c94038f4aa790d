import { withNewValues } from '../../emulator/project/new-values.ts';

const rewrite = (text: string, values: Record<string, unknown>): string =>
  withNewValues(text, new Map(Object.entries(values))).text;

test('a value is replaced and nothing else is touched', () => {
  const text =
    '{ "secrets" :[ {"key":"a" , "value":"old"},\n\t{ "value": "b-old", "key":"b" } ] ,\n"whitelist": ["*.a.com"] }\n';
  expect(rewrite(text, { a: 'new "quoted" \\ ü', b: 3 })).toBe(
    '{ "secrets" :[ {"key":"a" , "value":"new \\"quoted\\" \\\\ ü"},\n\t{ "value": 3, "key":"b" } ] ,\n"whitelist": ["*.a.com"] }\n',
  );
});

test('a value over several lines stays one, indented as its surroundings', () => {
  const text =
    '{\n    "secrets": [\n        {\n            "key": "a",\n            "value": {\n                "id": 1\n            }\n        }\n    ]\n}\n';
  expect(rewrite(text, { a: { id: 2, list: [true] } })).toBe(`{
    "secrets": [
        {
            "key": "a",
            "value": {
                "id": 2,
                "list": [
                    true
                ]
            }
        }
    ]
}
`);
});

test('a value on one line stays there', () => {
  expect(rewrite('{"secrets":[{"key":"a","value":{"id": 1}}]}', { a: { id: 2, more: [1] } })).toBe(
    '{"secrets":[{"key":"a","value":{"id":2,"more":[1]}}]}',
  );
});

test.each([
  '\uFEFF{"secrets":[{"key":"a","value":"old"}]}',
  '{"secrets":\r\n[{"key":"a",\r\n"value":"old"}]}\r\n',
])('a mark at the start and other line ends stay: %j', (text) => {
  expect(rewrite(text, { a: 'new' })).toBe(text.replace('"old"', '"new"'));
});

test('keys that the file does not have are left out, and the others told', () => {
  const text = '{"secrets":[{"key":"a","value":1},{"key":"b","value":2}]}';
  expect(
    withNewValues(
      text,
      new Map([
        ['b', 3],
        ['c', 4],
      ]),
    ),
  ).toEqual({
    text: text.replace('2}', '3}'),
    written: ['b'],
  });
  expect(withNewValues('{}', new Map([['a', 1]]))).toEqual({ text: '{}', written: [] });
});
