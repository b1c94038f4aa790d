import { readSettings } from '../../../emulator/endpoint/service/settings.ts';

const least = { ACCOUNT_ID: '12345678', BOT_ID: 'bot-1', SENTINEL_URL: 'https://sentinel.example.com' };

const faultsOf = (variables: Record<string, string>) => {
  const read = readSettings(variables);
  return 'faults' in read ? read.faults.map(({ name, message }) => `${name} ${message}`) : [];
};

test('three settings are enough', () => {
  expect(readSettings(least)).toMatchInlineSnapshot(`
    {
      "settings": {
        "ACCOUNT_ID": "12345678",
        "ALLOW_DEPRECATED_SCOPE": false,
        "BASE_PATH": "",
        "BODY_LIMIT": 1048576,
        "BOT_ID": "bot-1",
        "BOT_STATE": "online",
        "BOT_VERSION": "1.0.0",
        "CLOCK_TOLERANCE": 30000,
        "CONVERSATION_TTL": 86400000,
        "ENVIRONMENTS": [
          "draft",
        ],
        "FUNCTION_TIMEOUT": 30000,
        "HOST": "127.0.0.1",
        "LOG_LEVEL": "info",
        "MAX_CONVERSATIONS": 10000,
        "PORT": 4020,
        "REDIS_PREFIX": "lpf-endpoint:",
        "REDIS_TIMEOUT": 1000,
        "SCOPE": [
          "thirdpartybots.customendpoint.bot",
        ],
        "SENTINEL_URL": "https://sentinel.example.com/",
        "SHUTDOWN_TIMEOUT": 10000,
      },
    }
  `);
});

test('everything that is wrong is told at once', () => {
  const wrong = {
    BOT_ID: 'my bot',
    SENTINEL_URL: 'http://sentinel.example.com',
    ENVIRONMENTS: ', ',
    BOT_VERSION: 'one',
    BOT_STATE: 'sleepy',
    CLOCK_TOLERANCE: 'a while',
    PORT: '70000',
    BASE_PATH: 'api/',
    REDIS_URL: 'localhost',
    CONVERSATION_TTL: '24',
    MAX_CONVERSATIONS: '0',
    FUNCTION_TIMEOUT: '-1s',
    BODY_LIMIT: 'huge',
    ALLOW_DEPRECATED_SCOPE: 'yes',
    LOG_LEVEL: 'loud',
  };
  expect(faultsOf(wrong).join('\n')).toMatchInlineSnapshot(`
    "ACCOUNT_ID is missing: it must be the id of your LivePerson account
    BOT_ID must be at most 36 letters, digits and hyphens
    SENTINEL_URL must be an https address (http only for this machine)
    ENVIRONMENTS must be names of letters, digits and hyphens
    BOT_VERSION must be a version such as 1.0.0
    BOT_STATE must be one of online, offline, error, maintenance
    ALLOW_DEPRECATED_SCOPE must be true or false
    CLOCK_TOLERANCE must be a duration such as 500ms, 30s, 10m or 24h
    PORT must be a port from 0 to 65535
    BASE_PATH must be a path such as /api, without a slash at the end
    REDIS_URL must be an address such as redis://host:6379 or rediss://host
    CONVERSATION_TTL must be a duration such as 500ms, 30s, 10m or 24h, and more than nothing
    MAX_CONVERSATIONS must be a number from 1 on
    FUNCTION_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
    BODY_LIMIT must be a size such as 65536, 256kb or 1mb
    LOG_LEVEL must be one of debug, info, warn, error"
  `);
});

test('what is empty counts as not given', () => {
  expect(faultsOf({ ...least, PORT: '', REDIS_URL: '' })).toEqual([]);
  expect(faultsOf({ ...least, ACCOUNT_ID: '' })).toEqual([
    'ACCOUNT_ID is missing: it must be the id of your LivePerson account',
  ]);
});

test('tokens are checked one way: by what Sentinel publishes or by one key', () => {
  expect(faultsOf({ ...least, SENTINEL_URL: '' })).toEqual([
    'SENTINEL_URL is missing, and SENTINEL_PUBLIC_KEY is too: give one',
  ]);
  expect(faultsOf({ ...least, SENTINEL_PUBLIC_KEY: 'abc' })).toEqual([
    'SENTINEL_PUBLIC_KEY must be a public RSA key in PEM',
    'SENTINEL_URL and SENTINEL_PUBLIC_KEY are both given: leave one out',
  ]);
});

test('a duration that could not be waited for, or would make a setting useless, is refused', () => {
  const unusable = {
    FUNCTION_TIMEOUT: ['0s', '25d'],
    REDIS_TIMEOUT: ['0ms', '600h'],
    SHUTDOWN_TIMEOUT: ['999999999s'],
    CONVERSATION_TTL: ['0s'],
  };
  const faults = Object.entries(unusable).flatMap(([name, values]) =>
    values.flatMap((value) => faultsOf({ ...least, [name]: value })),
  );
  expect(faults.join('\n')).toMatchInlineSnapshot(`
    "FUNCTION_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
    FUNCTION_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
    REDIS_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
    REDIS_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, more than nothing and at most 24d
    SHUTDOWN_TIMEOUT must be a duration such as 500ms, 30s, 10m or 24h, and at most 24d
    CONVERSATION_TTL must be a duration such as 500ms, 30s, 10m or 24h, and more than nothing"
  `);
  const usable = {
    FUNCTION_TIMEOUT: '24d',
    CONVERSATION_TTL: '90d',
    SHUTDOWN_TIMEOUT: '0s',
    CLOCK_TOLERANCE: '0s',
  };
  expect(faultsOf({ ...least, ...usable })).toEqual([]);
});

test('durations and sizes have units', () => {
  const read = readSettings({
    ...least,
    FUNCTION_TIMEOUT: '500ms',
    CONVERSATION_TTL: '7d',
    BODY_LIMIT: '256KB',
  });
  expect(read).toMatchObject({
    settings: { FUNCTION_TIMEOUT: 500, CONVERSATION_TTL: 604_800_000, BODY_LIMIT: 262_144 },
  });
});
