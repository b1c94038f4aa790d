import type { Finding } from '../../errors.ts';
import type { ConnectorError } from '../../platform/connector-errors.ts';
import { refused } from './finding.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { parts } from './rich-content-parts.ts';
import type { JsonObject } from './value.ts';

/**
 * Images have to come over HTTPS, from domains that LivePerson has allow-listed for the account, which cannot be known
 * here. Source: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html.
 */
export function judgeImages(content: JsonObject, path: string, error: ConnectorError): Finding[] {
  const findings: Finding[] = [];
  for (const { value, steps } of parts(content)) {
    if (!isObject(value) || value['type'] !== 'image') continue;
    const { url } = value;
    if (typeof url !== 'string' || /^https:/i.test(url)) continue;
    const what = 'the image is not fetched over HTTPS';
    const hint = 'use an https:// URL on a domain that LivePerson has allow-listed for the account';
    findings.push(refused(error, { path: pathOf(path, [...steps, 'url']), what, hint }));
  }
  return findings;
}
