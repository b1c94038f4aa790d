import { temporaryFolder } from '../temporary.ts';

/** `config.json` of a function, its environment in the spelling of v1 (pairs) or of v2 (an object). */
function config(name: string, more: object = {}): object {
  return { name, event: 'No Event', description: name, input: { headers: [], payload: {} }, ...more };
}

/** Hand-written functions as brands have them, by name: `index.js` and what their `config.json` says beyond the usual. */
const functions: Record<string, { code: string; config?: object }> = {
  // v1, today's documentation: callback, promise chain, toolbelt, secret, HTTP client.
  orderStatus: {
    config: {
      environmentVariables: [{ key: 'BACKEND', value: 'https://backend.example.com' }],
      input: { headers: [{ key: 'X-From', value: 'lpf' }], payload: { order: '471100' } },
    },
    code: `const { Toolbelt } = require("lp-faas-toolbelt");

function lambda(input, callback) {
  const secretClient = Toolbelt.SecretClient();
  const httpClient = Toolbelt.HTTPClient();

  secretClient
    .readSecret("backend-token")
    .then(({ value: token }) =>
      httpClient(process.env.BACKEND + "/orders/" + input.payload.order, {
        method: "GET",
        headers: { authorization: "Bearer " + token },
        simple: false,
        json: true,
        resolveWithFullResponse: true,
      })
    )
    .then(({ statusCode, body }) => callback(null, { statusCode, body, from: input.headers[0].value }))
    .catch((error) => callback(error, null));
}
`,
  },
  // v1, async and callback, https and crypto of Node, module-level cache.
  signature: {
    config: { input: { headers: [], payload: { text: 'to be signed' } } },
    code: `const crypto = require('crypto');
const https = require('https');
const cache = new Map();

const get = (url) => new Promise((resolve, reject) => {
  https.get(url, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve(Buffer.concat(chunks).toString()));
  }).on('error', reject);
});

async function lambda(input, callback) {
  try {
    const known = cache.size;
    if (!cache.has('salt')) cache.set('salt', await get('https://salt.example.com/v1?for=signature'));
    const hash = crypto.createHmac('sha256', cache.get('salt')).update(input.payload.text).digest('hex');
    callback(null, { known, hash: hash.slice(0, 16) });
  } catch (error) {
    console.error('no salt', error);
    callback(error, null);
  }
}
`,
  },
  // v2: named imports with and without \`as\`, a default import, an arrow function, fetch, a JSON secret.
  sessionToken: {
    config: {
      environmentVariables: { ISSUER: 'brand', TTL: '60' },
      input: { headers: [], payload: { sub: 'visitor-1' } },
    },
    code: `import { Toolbelt as LP } from "core-functions-toolbelt";
import crypto from 'node:crypto';
import { createHmac as hmac, randomUUID } from "node:crypto";
import * as util from 'util';

const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");

const lambda = async ({ payload, timestamp }) => {
  const { value: key } = await LP.SecretClient().readSecret("signing-key");
  const body = encode({ alg: "HS256" }) + "." + encode({ iss: process.env.ISSUER, sub: payload.sub });
  const response = await fetch("https://audit.example.com/tokens", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sub: payload.sub }),
  });
  console.log(util.format("issued for %s", process.env.ISSUER), { status: response.status });
  return {
    kid: key.kid,
    token: body + "." + hmac("sha256", key.secret).update(body).digest("base64url"),
    audit: await response.json(),
    unique: randomUUID().length === 36 && crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("a")),
    ttl: Number(process.env.TTL),
    current: Math.abs(Date.now() - timestamp) < 60_000,
  };
};
`,
  },
  // v2: today's documentation, a bot.
  greeter: {
    config: {
      event: 'bot_connectors_custom_integration',
      input: { headers: [], payload: { message: 'from config.json', convId: 'c', context: { lpEvent: {} } } },
    },
    code: `let turns = 0;

async function lambda(input) {
  turns += 1;
  return { messages: [\`\${turns}: \${input.payload.message}\`], context: {} };
}
`,
  },
};

export const settings = {
  secrets: [
    { key: 'backend-token', value: 'synthetic-token' },
    { key: 'signing-key', value: { kid: 'one', secret: 'synthetic-key' } },
  ],
  whitelist: ['backend.example.com', 'salt.example.com'],
};

const files = Object.entries(functions).flatMap(([name, { code, config: more }]) => [
  [`functions/${name}/index.js`, code],
  [`functions/${name}/config.json`, config(name, more)],
]);

/** Payload files for the functions that call something, each with its mocks. */
const payloads = {
  'local/order.yaml': `headers: [{ key: X-From, value: file }]
payload: { order: '1' }
mocks:
  - { method: GET, url: 'https://backend.example.com/orders/*', status: 404, body: { error: none } }
`,
  'local/salt.json': {
    payload: { text: 'to be signed' },
    mocks: [{ url: 'https://salt.example.com/v1?for=*', body: 'a pinch of salt' }],
  },
  'local/token.yaml': `payload: { sub: visitor-1 }
mocks:
  - { method: POST, url: 'https://audit.example.com/tokens', status: 202, body: { accepted: true } }
`,
};

/**
 * A project as `lpf init` lays it out, with hand-written functions of both generations, and with `more` files.
 * Source: github.com/LivePersonInc/faas-cli, its example project.
 */
export function lpfProject(more: Record<string, unknown> = {}): string {
  return temporaryFolder({
    'README.md': '# Functions\n',
    '.gitignore': 'functions/settings.json\n',
    'bin/lp-faas-toolbelt/index.js': 'exports.Toolbelt = {};\n',
    'bin/faas-debugger.js': '// lpf puts its debugger here.\n',
    'bin/rewire.js': 'throw new Error("not for us");\n',
    'functions/settings.json': settings,
    ...Object.fromEntries(files),
    ...payloads,
    ...more,
  });
}
