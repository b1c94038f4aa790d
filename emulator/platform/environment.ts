import { dataCentre } from './account-services.ts';
import type { Generation } from './generations.ts';

/** The account id that the imitated platform runs under; synthetic. */
export const accountId = '00000000';

/**
 * The variables that the platform itself gives a function, with synthetic values but for the function's own uuid.
 * Sources: github.com/LivePersonInc/faas-cli src/shared/const.ts (v1) and
 * src/shared/core-functions-toolbelt/shared/envars.ts (v2). `TZ` is ours: the platform's clock is taken to be UTC.
 */
export const platformEnvironment: Record<Generation, Readonly<Record<string, string>>> = {
  v1: {
    BRAND_ID: accountId,
    LAMBDA_UUID: '',
    DOMAIN: 'liveperson.net',
    DC: dataCentre,
    TZ: 'UTC',
  },
  v2: {
    X_LIVEPERSON_PROJECT_ID: 'local',
    X_LIVEPERSON_BRAND_ID: accountId,
    X_LIVEPERSON_FUNCTION_UUID: '',
    X_LIVEPERSON_CSDS_DOMAIN: 'api.liveperson.net',
    TZ: 'UTC',
  },
};

/** The variables of the function that has `uuid`. */
export function environmentOf(generation: Generation, uuid: string): Record<string, string> {
  const own = { v1: 'LAMBDA_UUID', v2: 'X_LIVEPERSON_FUNCTION_UUID' };
  return { ...platformEnvironment[generation], [own[generation]]: uuid };
}
