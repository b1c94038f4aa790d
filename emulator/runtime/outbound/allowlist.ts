import { fits } from '../../payload/mock/pattern.ts';
import { accountServices, csdsHosts, isHostOf, type ServiceName } from '../../platform/account-services.ts';

/** Services that every v1 function may call. */
const open = (Object.keys(accountServices) as ServiceName[]).filter(
  (name) => accountServices[name].allowlisted,
);

/**
 * Whether a v1 function may call `host`: as an entry of the project's allowlist has it, or because it belongs to a
 * service that is open to all. Source: developers.liveperson.com/liveperson-functions-foundations-limitations.html.
 */
export function isAllowed(host: string, allowlist: readonly string[]): boolean {
  return (
    allowlist.some((entry) => fits(entry.toLowerCase(), host)) ||
    csdsHosts.includes(host) ||
    open.some((name) => isHostOf(name, host))
  );
}
