import type { FormField } from './options.ts';

/** A multipart form as bytes, and the type that names its boundary. Source: RFC 7578. */
export function multipart(fields: Record<string, FormField>): { bytes: Buffer; type: string } {
  const boundary = `----------------------------${Math.random().toString().slice(2).padEnd(16, '0')}`;
  const parts = Object.entries(fields).flatMap(([name, field]) => partsOf(name, field, boundary));
  const bytes = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { bytes, type: `multipart/form-data; boundary=${boundary}` };
}

/** Whether a field holds bytes, which only a Buffer counts for; its type asks for none of Node's. */
function isBytes(value: unknown): value is Uint8Array {
  return Buffer.isBuffer(value);
}

function partsOf(name: string, field: FormField, boundary: string): Uint8Array[] {
  if (Array.isArray(field)) return field.flatMap((item) => partsOf(name, item, boundary));
  const isPlain = typeof field !== 'object' || isBytes(field);
  const { value, options = {} } = isPlain ? { value: field } : field;
  const bytes = isBytes(value) ? value : Buffer.from(String(value));
  const file = options.filename === undefined ? '' : `; filename="${options.filename}"`;
  const type = options.contentType ?? (isBytes(value) ? 'application/octet-stream' : undefined);
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${name}"${file}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
  ];
  return [Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n')];
}
