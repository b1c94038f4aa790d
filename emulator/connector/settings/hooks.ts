import type { GivenSettings, Hooks } from './settings.ts';

/** A hook that is on. */
export interface NamedHook {
  hook: keyof Hooks;
  /** Of the function that it calls. */
  name: string;
}

/** The hooks of a bot that are on. */
export function hooksOf({ hooks = {} }: Pick<GivenSettings, 'hooks'>): NamedHook[] {
  return (['pre', 'post', 'error'] as const).flatMap((hook) => {
    const name = hooks[hook];
    return typeof name === 'string' ? [{ hook, name }] : [];
  });
}
