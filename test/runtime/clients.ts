/**
 * A v1 function that sends requests with every client there is and answers what came back; the payload is a list of
 * `{ client, url, ...options }`.
 */
export const caller = `
const http = require('http');
const https = require('https');
const { Toolbelt } = require('lp-faas-toolbelt');

const send = {
  async fetch(url, options) {
    const response = await fetch(url, options);
    return seen(response.status, Object.fromEntries(response.headers), await response.text());
  },
  async HTTPClient(url, options) {
    const { statusCode, headers, body } = await Toolbelt.HTTPClient()({
      ...options, url, simple: false, resolveWithFullResponse: true,
    });
    return seen(statusCode, headers, body);
  },
  'http.get': viaNode(http.get), 'http.request': viaNode(http.request),
  'https.get': viaNode(https.get), 'https.request': viaNode(https.request),
};

function viaNode(call) {
  return (url, { body, ...options }) => new Promise((resolve, reject) => {
    const request = call(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve(seen(response.statusCode, response.headers, text)));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function seen(status, headers, body) {
  return { status, type: headers['content-type'], own: headers['x-own'], body };
}

async function lambda(input, callback) {
  const answers = [];
  for (const { client, url, ...options } of input.payload) {
    answers.push(await send[client](url, options).catch(({ message, cause }) => ({ message, cause: cause?.message })));
  }
  callback(null, answers);
}
`;

export const clients = ['fetch', 'HTTPClient', 'http.get', 'http.request', 'https.get', 'https.request'];

/** An address for a client: Node's two modules take one protocol each. */
export function urlFor(client: string, path: string): string {
  return `${client.startsWith('http.') ? 'http' : 'https'}://api.example.com${path}`;
}
