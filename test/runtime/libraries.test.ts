import manifest from '../../package.json';
import { libraryVersions } from '../../emulator/platform/library-versions.ts';
import { generations } from '../../emulator/platform/generations.ts';
import { connecting, libraries, toolbelt } from '../../emulator/platform/modules.ts';
import { engines, make } from './made.ts';

test('every library is the version that the project pins', async () => {
  const names = [...new Set(Object.values(libraries).flat())];
  const pins: Record<string, string> = manifest.devDependencies;
  expect(libraryVersions()).toEqual(Object.fromEntries(names.map((name) => [name, pins[name]])));
  const made = await make(
    `function lambda(input, callback) {
  callback(null, [require('luxon').VERSION, require('lodash').VERSION, require('jsforce').VERSION]);
}`,
  );
  expect((await made.call()).result).toEqual([pins['luxon'], pins['lodash'], pins['jsforce']]);
});

const pure = `
const { DateTime } = require('luxon');
const jwt = require('jsonwebtoken');
const OAuth = require('oauth-1.0a');
const crypto = require('crypto');

const key = 'synthetic';
const keys = crypto.generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

function refused(token, options) {
  try {
    return jwt.verify(token, key, options);
  } catch (error) {
    return [error.constructor.name, error.message, error instanceof jwt.JsonWebTokenError, error instanceof Error];
  }
}

const tokens = () => ({
  signed: jwt.verify(jwt.sign({ sub: 'visitor' }, key, { noTimestamp: true }), key),
  asymmetric: jwt.verify(jwt.sign({ sub: 'agent', iat: 1 }, keys.privateKey, { algorithm: 'ES256' }), keys.publicKey),
  expired: refused(jwt.sign({ exp: 1 }, key)),
  forged: refused(jwt.sign({}, 'other')),
});

const dates = () => {
  const date = DateTime.fromISO('2026-03-29T00:30:00Z').setZone('Europe/Berlin');
  return [date.plus({ hours: 1 }).toISO(), date.setLocale('de').toFormat('cccc'), DateTime.isDateTime(date)];
};

const signature = () => OAuth({
  consumer: { key: 'consumer', secret: 'consumer-secret' },
  signature_method: 'HMAC-SHA1',
  hash_function: (text, secret) => crypto.createHmac('sha1', secret).update(text).digest('base64'),
  parameter_seperator: ',',
  nonce_length: 3,
}).authorize({ url: 'https://api.example.com/a?b=c', method: 'POST', data: { d: 'e f' } }, { key: 'token', secret: 's' });

function signed() {
  const { oauth_signature, oauth_nonce, oauth_timestamp, ...rest } = signature();
  const text = ['b=c', 'd=e%20f', 'oauth_consumer_key=consumer', 'oauth_nonce=' + oauth_nonce,
    'oauth_signature_method=HMAC-SHA1', 'oauth_timestamp=' + oauth_timestamp, 'oauth_token=token', 'oauth_version=1.0'].join('&');
  const base = 'POST&' + encodeURIComponent('https://api.example.com/a') + '&' + encodeURIComponent(text);
  const own = crypto.createHmac('sha1', 'consumer-secret&s').update(base).digest('base64');
  return [oauth_signature === own, rest];
}
`;

const expectedOfPure = {
  tokens: {
    signed: { sub: 'visitor' },
    asymmetric: { sub: 'agent', iat: 1 },
    expired: ['TokenExpiredError', 'jwt expired', true, true],
    forged: ['JsonWebTokenError', 'invalid signature', true, true],
  },
  dates: ['2026-03-29T03:30:00.000+02:00', 'Sonntag', true],
  signed: [
    true,
    {
      oauth_consumer_key: 'consumer',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_token: 'token',
      oauth_version: '1.0',
      b: 'c',
      d: 'e f',
    },
  ],
};

test.each(engines)(
  'luxon, jsonwebtoken, oauth-1.0a and lodash do their work on v1 and %s',
  async (engine) => {
    const made = await make(
      `${pure}
const _ = require('lodash');
function lambda({ payload }, callback) {
  const list = _.chain(payload).groupBy('kind').mapValues('length').value();
  const merged = _.merge({ a: { b: 1 } }, { a: { c: new Date(0) } });
  callback(null, { tokens: tokens(), dates: dates(), signed: signed(), list, merged, own: _.isPlainObject(payload[0]) });
}`,
      { engine },
    );
    expect((await made.call({ payload: [{ kind: 'x' }, { kind: 'y' }, { kind: 'x' }] })).result).toEqual({
      ...expectedOfPure,
      list: { x: 2, y: 1 },
      merged: { a: { b: 1, c: '1970-01-01T00:00:00.000Z' } },
      own: true,
    });
  },
);

test.each(engines)(
  'luxon, jsonwebtoken, oauth-1.0a and es-toolkit do their work on v2 and %s',
  async (engine) => {
    const imports = pure.replaceAll(/^const (.+) = require\((.+)\);$/gm, 'import $1 from $2;');
    const made = await make(
      `${imports}
import { delay, groupBy, isEqual } from 'es-toolkit';
async function lambda({ payload }) {
  await delay(1);
  const { DateTime: same } = await import('luxon');
  return { tokens: tokens(), dates: dates(), signed: signed(), same: same === DateTime,
    list: groupBy(payload, ({ kind }) => kind), equal: isEqual(payload, [...payload]) };
}`,
      { engine },
    );
    expect((await made.call({ payload: [{ kind: 'x' }] })).result).toEqual({
      ...expectedOfPure,
      same: true,
      list: { x: [{ kind: 'x' }] },
      equal: true,
    });
  },
);

const salesforce = {
  v1: { library: 'jsforce', api: '42.0' },
  v2: { library: '@jsforce/jsforce-node', api: '50.0' },
} as const;

/** Logs in to Salesforce and asks for one record, as the library of `generation` does. */
function asks(generation: 'v1' | 'v2'): string {
  const body = `const connection = new Connection({ loginUrl: 'https://login.salesforce.com' });
  const { organizationId } = await connection.login('user@brand.example', 'synthetic');
  const { records } = await connection.query("SELECT Name FROM Contact");`;
  return generation === 'v1'
    ? `const { Connection } = require('jsforce');
async function lambda(input, callback) {
  try {
    ${body}
    callback(null, { organizationId, name: records[0].Name });
  } catch (error) {
    callback(error);
  }
}`
    : `import { Connection } from '@jsforce/jsforce-node';
async function lambda() {
  ${body}
  return { organizationId, name: records[0].Name };
}`;
}

const loggedIn = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><loginResponse><result>
<serverUrl>https://brand.my.salesforce.com/services/Soap/u/50.0/00D</serverUrl><sessionId>synthetic</sessionId>
<userId>005</userId><userInfo><organizationId>00D</organizationId></userInfo>
</result></loginResponse></soapenv:Body></soapenv:Envelope>`;

test.each(generations)('jsforce of %s logs in and queries through mocks', async (generation) => {
  const made = await make(asks(generation));
  const { result, calls } = await made.call({
    mocks: [
      {
        method: 'POST',
        url: 'https://login.salesforce.com/services/Soap/u/*',
        headers: { 'content-type': 'text/xml' },
        body: loggedIn,
      },
      {
        method: 'GET',
        url: 'https://brand.my.salesforce.com/services/data/*/query?q=SELECT*',
        body: { totalSize: 1, done: true, records: [{ attributes: { type: 'Contact' }, Name: 'Anna' }] },
      },
    ],
  });
  expect(result).toEqual({ organizationId: '00D', name: 'Anna' });
  const { api } = salesforce[generation];
  expect(calls.map(({ method, url, status, source }) => [method, url, status, source])).toEqual([
    ['POST', `https://login.salesforce.com/services/Soap/u/${api}`, 200, 'mock'],
    [
      'GET',
      `https://brand.my.salesforce.com/services/data/v${api}/query?q=SELECT%20Name%20FROM%20Contact`,
      200,
      'mock',
    ],
  ]);
});

test.each(generations)('jsforce of %s reaches nothing that no mock declares', async (generation) => {
  const { outcome, error, calls } = await (await make(asks(generation))).call();
  const url = `https://login.salesforce.com/services/Soap/u/${salesforce[generation].api}`;
  expect([outcome, error?.message]).toEqual([
    'failed',
    expect.stringContaining(`outbound request to POST ${url} refused`),
  ]);
  expect(calls.map((call) => [call.url, call.source])).toEqual([[url, 'refused']]);
});

test('undici is the platform’s on v2, and its requests meet the mocks', async () => {
  const made = await make(`import { request, fetch as send } from 'undici';
async function lambda() {
  const { statusCode, body } = await request('https://api.example.com/a', { method: 'POST', body: '{}' });
  const response = await send('https://api.example.com/b');
  return [statusCode, await body.json(), response.status, await response.text()];
}`);
  const { result, calls } = await made.call({
    mocks: [
      { method: 'POST', url: '*/a', status: 201, body: { made: true } },
      { url: '*/b', body: 'text' },
    ],
  });
  expect(result).toEqual([201, { made: true }, 200, 'text']);
  expect(calls.map(({ url, source }) => [url, source])).toEqual([
    ['https://api.example.com/a', 'mock'],
    ['https://api.example.com/b', 'mock'],
  ]);
});

test('a library that opens connections says on vm2 that it needs the other engine', async () => {
  const cases = generations.flatMap((generation) =>
    connecting.filter((name) => libraries[generation].includes(name)).map((name) => ({ generation, name })),
  );
  const told = cases.map(async ({ generation, name }) => {
    const code =
      generation === 'v1'
        ? `\nfunction lambda(input, callback) { callback(null, typeof require('${name}')); }`
        : `\nimport * as all from '${name}';\nasync function lambda() { return typeof all; }`;
    const { verdict } = await (await make(code, { engine: 'vm2' })).call();
    const [finding] = verdict.findings;
    return [finding?.code, finding?.message, finding?.hint];
  });
  expect(await Promise.all(told)).toEqual(
    cases.map(({ name }) => [
      'module-not-offered',
      `Cannot find module '${name}': it opens connections of its own, which the strict engine does not let it do`,
      'the platform provides it, the strict engine cannot: run the function with --engine node',
    ]),
  );
});

test.each(generations)(
  'a library of the other generation, and a path inside one, are not there on %s',
  async (generation) => {
    const other = generation === 'v1' ? 'es-toolkit' : 'lodash';
    const names = [other, `${libraries[generation][0]}/part`, toolbelt[generation === 'v1' ? 'v2' : 'v1']];
    const tries = `const seen = ${JSON.stringify(names)}.map((name) => {
    try { return typeof load(name); } catch ({ code, message }) { return [code, message]; }
  });`;
    const made = await make(
      generation === 'v1'
        ? `const load = (name) => require(name);\nfunction lambda(input, callback) {\n  ${tries}\n  callback(null, seen);\n}`
        : `async function lambda() {
  const seen = [];
  for (const name of ${JSON.stringify(names)})
    seen.push(await import(name).then(() => 'there', ({ code, message }) => [code, message]));
  return seen;
}`,
    );
    const [library] = libraries[generation];
    expect((await made.call()).result).toEqual([
      ['MODULE_NOT_FOUND', `Cannot find module '${names[0]}': the platform does not offer it`],
      ['MODULE_NOT_FOUND', `Cannot find module '${names[1]}': the platform offers "${library}" as a whole`],
      ['MODULE_NOT_FOUND', `Cannot find module '${names[2]}': the platform does not offer it`],
    ]);
  },
);
