import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const settings = readFileSync(join(__dirname, '../../functions/settings.json'), 'utf8');
const { secrets } = JSON.parse(settings) as { secrets: unknown[] };

/** The project's secrets; an update is taken and forgotten. */
const secretClient = `
const secrets = ${JSON.stringify(secrets)};
const SecretClient = () => ({
  readSecret: async (key) => secrets.find((secret) => secret.key === key) ?? Promise.reject(new Error(key)),
  updateSecret: async (secret) => secret,
});
`;

/** A stand-in for the toolbelt of v1: secrets, and an HTTP client in the style of request-promise over Node's http. */
const v1 = `${secretClient}
const http = require('node:http');

const send = ({ url, method = 'GET', headers = {}, body }) => new Promise((resolve, reject) => {
  const request = http.request(url, { method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
      resolve({ statusCode: response.statusCode, statusMessage: response.statusMessage, headers: response.headers, body: text });
    });
  });
  request.on('error', reject).end(body);
});

exports.Toolbelt = {
  SecretClient,
  HTTPClient: () => async (options) => {
    const response = await send(options);
    if (options.simple !== false && response.statusCode >= 300) throw new Error(String(response.statusCode));
    return options.resolveWithFullResponse ? response : response.body;
  },
};
`;

/** A stand-in for the toolbelt of v2, an ES module. */
const v2 = `${secretClient}
export const Toolbelt = { SecretClient };
`;

/** Files of `node_modules/` that stand in for what the platform provides. */
export const toolbelts: Record<string, unknown> = {
  'node_modules/lp-faas-toolbelt/package.json': { name: 'lp-faas-toolbelt', main: 'index.js' },
  'node_modules/lp-faas-toolbelt/index.js': v1,
  'node_modules/core-functions-toolbelt/package.json': {
    name: 'core-functions-toolbelt',
    type: 'module',
    exports: './index.js',
  },
  'node_modules/core-functions-toolbelt/index.js': v2,
};
