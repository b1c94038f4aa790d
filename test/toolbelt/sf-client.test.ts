import { inFunction } from './in-function.ts';

const connect = `const connection = Toolbelt.SFClient().connectToSalesforce({ instanceUrl: 'https://sf.example', accessToken: 'token', version: '60.0' });
const { records } = await connection.query('SELECT Id FROM Account');
return records;`;

test.each(['v1', 'v2'] as const)(
  '%s connects to Salesforce with the library that the platform provides',
  async (generation) => {
    const record = await inFunction(connect, {
      generation,
      mocks: [
        {
          url: 'https://sf.example/services/data/v60.0/query*',
          requestHeaders: { authorization: 'Bearer token' },
          body: { totalSize: 1, done: true, records: [{ Id: '001' }] },
        },
      ],
    });
    expect(record.result).toEqual([{ Id: '001' }]);
    expect(record.calls.map(({ method, status, source }) => `${method} ${status} ${source}`)).toEqual([
      'GET 200 mock',
    ]);
  },
);

test('the strict engine says why it cannot', async () => {
  const { result } = await inFunction(`return told(() => Toolbelt.SFClient().connectToSalesforce({}));`, {
    engine: 'vm2',
  });
  expect(result).toEqual({
    error: 'Error',
    code: 'MODULE_NOT_FOUND',
    message:
      "Cannot find module '@jsforce/jsforce-node': it opens connections of its own, which the strict engine does not let it do",
  });
});
