import { EndpointBotSource } from '../../../emulator/endpoint/client/endpoint-bot-source.ts';
import { obedient, project } from '../../connector/made.ts';
import { json, optionsFor, service } from './service.ts';

test('a bot that is online starts, after token and state', async () => {
  const { url, got } = await service();
  const source = new EndpointBotSource(await optionsFor({ url }));
  const connector = await project({ other: obedient }).connect({ bots: [{ name: 'endpoint', source }] });
  expect(await connector.start()).toEqual({ state: 'online' });
  expect(got.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET draft/state']);
});

test.each([
  [
    'is in maintenance',
    { state: 'maintenance', version: '1.0' },
    200,
    'the state of the bot is maintenance, and only one that is online starts',
  ],
  [
    'says nothing of its state',
    { version: '1.0' },
    200,
    'the response cannot be used: state is missing, expected one of online, offline, error, maintenance',
  ],
  [
    'is of an environment that there is not',
    { message: 'no environment' },
    404,
    'the service answered 404: {"message":"no environment"}',
  ],
  ['is out of order', {}, 500, 'the service answered 500: {}'],
] as const)('a bot that %s does not start, and nothing is repeated', async (_, body, status, message) => {
  const { url, got } = await service((_got, response) => {
    json(response, body, status);
    return true;
  });
  const source = new EndpointBotSource(await optionsFor({ url }, { environment: 'alpha' }));
  const connector = await project({ other: obedient }).connect({ bots: [{ name: 'endpoint', source }] });
  const started = await connector.start();
  const code = 'com.liveperson.bot-connectors-worker.error.aivendor.custom-endpoint.testConnection';
  expect(started).toEqual({ state: 'offline', code, message });
  expect(got).toHaveLength(1);
});

test.each([
  ['baseUrl', 'bot.example.com', 'the base URL "bot.example.com" is no address'],
  ['baseUrl', 'ftp://bot.example.com', 'the base URL "ftp://bot.example.com" is no address'],
  ['baseUrl', 'https://user:word@bot.example.com', 'the base URL holds more than host and path'],
  ['botId', 'a bot', 'the bot id "a bot" cannot be used'],
  ['botId', 'b'.repeat(37), `the bot id "${'b'.repeat(37)}" cannot be used`],
  ['clientSecret', '', 'the client secret is empty'],
  ['sentinelUrl', '', 'the URL of Sentinel "" is no address'],
] as const)('the option %s cannot be "%s"', async (option, value, message) => {
  const options = await optionsFor({ url: 'https://bot.example.com/api/' }, { [option]: value });
  const make = (): unknown => new EndpointBotSource(options);
  expect(make).toThrow(
    expect.objectContaining({ finding: expect.objectContaining({ code: 'bad-endpoint', message }) }),
  );
});
