import * as z from 'zod/mini';
import { type Code, codes, type Finding, type Where } from '../errors.ts';
import type { ShapeOf } from '../payload/check/fits.ts';

/** A place, as a file of ours holds it. */
export const where: z.ZodMiniType<Where> = z.looseObject({
  file: z.string(),
  line: z.exactOptional(z.number()),
  column: z.exactOptional(z.number()),
} satisfies ShapeOf<Where>);

/** A finding, as a file of ours holds it. */
export const finding: z.ZodMiniType<Finding> = z.looseObject({
  code: z.enum(Object.keys(codes) as Code[]),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string(),
  where: z.exactOptional(where),
  path: z.exactOptional(z.string()),
  callerCode: z.exactOptional(z.string()),
} satisfies ShapeOf<Finding>);
