import * as z from 'zod/mini';
import { vendorOf } from '../../platform/bot-vendors.ts';

/**
 * The shapes of one part of the traffic between the connector and its vendors, by the vendor's name; with ` list` behind
 * it where a vendor sends several at once.
 */
export type VendorShapes = Readonly<Record<string, z.ZodMiniType>>;

/** A payload that has the shape of the vendor that it is of; what is wrong is told in that shape's words. */
export function vendorShape(part: 'request' | 'answer', shapes: VendorShapes): z.ZodMiniType {
  return z.unknown().check((payload) => {
    const { name } = vendorOf(payload.value, part);
    const shape = (Array.isArray(payload.value) && shapes[`${name} list`]) || shapes[name];
    const { success, error } = shape?.safeParse(payload.value) ?? { success: true };
    if (success) return;
    for (const issue of error.issues)
      payload.issues.push({ ...issue, input: payload.value } as z.core.$ZodRawIssue);
  });
}
