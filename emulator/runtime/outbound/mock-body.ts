import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Mock } from '../../payload/mock.ts';
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

const compress: Readonly<Record<string, (text: string) => Buffer>> = {
  gzip: (text) => gzipSync(text),
  deflate: (text) => deflateSync(text),
  br: (text) => brotliCompressSync(text),
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
  const encoding = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-encoding');
  const encode = compress[String(encoding?.[1]).toLowerCase()];
  return { content: encode ? contentOf(encode(text)) : textContent(text), type };
}
