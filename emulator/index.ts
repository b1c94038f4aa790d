export type { Bundle } from './bundle/bundle.ts';
export type { InvocationRecord } from './invoke/record.ts';
