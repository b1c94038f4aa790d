import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Mock } from '../../payload/mock/mock.ts';
import { type Content, contentOf, textContent } from '../../services/exchange.ts';

/** A mock's body, and the type it has where its headers give none. */
export interface MockBody {
  content: Content | null;
  type?: string;
}

const typeOfFile: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
};

type Pack = (bytes: Buffer) => Buffer;

const packers: Readonly<Record<string, Pack>> = {
  gzip: (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  br: (bytes) => brotliCompressSync(bytes),
};

/**
 * Reads a mock's body; `base` is the folder that its file counts from. Text under a `content-encoding` is compressed, so
 * that the header is true; bytes and files are sent as they are.
 */
export async function bodyOf({ body, base64, file, headers }: Mock, base = '.'): Promise<MockBody> {
  if (file !== undefined) {
    const type = typeOfFile[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { content: contentOf(await readFile(resolve(base, file))), type };
  }
  if (base64 !== undefined) {
    return { content: contentOf(Buffer.from(base64, 'base64')), type: 'application/octet-stream' };
  }
  if (body === undefined) return { content: null };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  const packs = packsOf(headers);
  if (packs.length === 0) return { content: textContent(text), type };
  return { content: contentOf(packs.reduce<Buffer>((bytes, pack) => pack(bytes), Buffer.from(text))), type };
}

/**
 * What a body's codings do to it, in their order; nothing where one of them is not known, as clients then leave it
 * alone.
 */
function packsOf(headers: Mock['headers'] = {}): Pack[] {
  const encoding = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  const codings = [encoding ?? []].flat().flatMap((value) => value.split(','));
  const packs = codings.map((coding) => packers[coding.trim().toLowerCase()]);
  return packs.every((pack) => pack !== undefined) ? packs : [];
}
