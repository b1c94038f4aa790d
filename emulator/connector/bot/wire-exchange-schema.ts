import * as z from 'zod/mini';
import type { ShapeOf } from '../../payload/check/fits.ts';
import type { WireExchange } from './wire-exchange.ts';

/** A request to a bot elsewhere, as a file of ours holds it. */
export const wireExchange: z.ZodMiniType<WireExchange> = z.looseObject({
  purpose: z.enum(['token', 'state', 'create', 'event', 'close']),
  method: z.string(),
  url: z.string(),
  attempt: z.number(),
  status: z.nullable(z.number()),
  durations: z.looseObject({ auth: z.number(), connect: z.number(), server: z.number() }),
  serverTiming: z.exactOptional(z.record(z.string(), z.number())),
  error: z.exactOptional(z.string()),
} satisfies ShapeOf<WireExchange>);
