import type { FilesPreset } from '../payload/account/account-presets.ts';
import { type Content, type OutboundResponse, bytesOf, textContent } from './exchange.ts';
import { empty, refusal } from './responses.ts';
import type { Service, ServiceRequest, Surroundings } from './service.ts';

/** Seconds that a token of the storage holds; ours. */
const lifetime = 3_600;

interface StoredFile {
  content: Content;
  type: string;
}

/**
 * The object storage behind hosted files, as the toolbelt's GDPRUtil uses it. Sources:
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/GDPR-util/GDPR-util.ts, and for the headers and
 * statuses docs.openstack.org/api-ref/object-store (authentication v1, objects).
 */
export function hostedFiles({ tokens, presets: { files = {} } }: Surroundings): Service {
  const stored = new Map(
    Object.entries(files.stored ?? {}).map(([path, file]) => [pathOf(path), toFile(file)]),
  );
  return async (request) => {
    const { method, headers, url } = request;
    const path = url.pathname;
    if (path === '/auth/v1.0') return method === 'GET' ? authenticate(request, files, tokens) : undefined;
    if (method !== 'GET' && method !== 'PUT') return undefined;
    if (!(await tokens.holds(headers['x-auth-token'] ?? ''))) {
      return refusal(401, 'the header "x-auth-token" is missing, unknown or expired');
    }
    return method === 'GET' ? read(stored.get(path), path) : write(request, path, stored);
  };
}

/** A path as a URL writes it. */
function pathOf(path: string): string {
  return new URL(path, 'https://files').pathname;
}

function toFile({ text, contentType = 'text/plain' }: { text: string; contentType?: string }): StoredFile {
  return { content: textContent(text), type: contentType };
}

/** Ours: any user and key will do where the presets name none. */
async function authenticate(
  { headers, url }: ServiceRequest,
  { user, key }: FilesPreset,
  tokens: Surroundings['tokens'],
): Promise<OutboundResponse> {
  const given = { user: headers['x-auth-user'] ?? '', key: headers['x-auth-key'] ?? '' };
  const good = given.user === (user ?? given.user) && given.key === (key ?? given.key);
  if (!good || given.user === '' || given.key === '')
    return refusal(401, 'x-auth-user or x-auth-key is wrong');
  const token = await tokens.issue({ client: given.user, seconds: lifetime });
  return empty(200, {
    'x-auth-token': token,
    'x-storage-token': token,
    'x-storage-url': `${url.origin}/v1/AUTH_${given.user}`,
  });
}

function read(file: StoredFile | undefined, path: string): OutboundResponse {
  if (!file) return refusal(404, `there is no file ${path}`);
  return { status: 200, headers: { 'content-type': file.type }, body: file.content };
}

function write(request: ServiceRequest, path: string, stored: Map<string, StoredFile>): OutboundResponse {
  const content = request.raw.body ?? textContent('');
  const type = request.headers['content-type'] ?? 'application/octet-stream';
  const operation = stored.has(path) ? 'replace file' : 'create file';
  stored.set(path, { content, type });
  const value = { contentType: type, bytes: bytesOf(content).length };
  request.note({ service: 'swift', operation, target: path, value });
  return empty(201);
}
