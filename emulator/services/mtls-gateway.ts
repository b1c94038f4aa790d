import { unauthorized } from './authorization.ts';
import { type OutboundAnswer, type OutboundRequest, type OutboundResponse, isFailure } from './exchange.ts';
import { foreign, refusal } from './responses.ts';
import { isOwn, partsOf, type Service, type ServiceRequest, type Surroundings } from './service.ts';

/** Headers that are for the gateway and not for whom it forwards to. */
const own = /^(lp-.*|authorization|host|content-length|connection)$/;

/**
 * The mTLS service: forwards a request with the brand's certificate. Sources:
 * developers.liveperson.com/mtls-methods-forward-get-request.html and
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/mtls-client/lpMtlsClient.ts. What is forwarded
 * takes the way of every request of the function, so that a mock stands in for the far end; no certificate is needed.
 */
export function mtlsGateway(surroundings: Surroundings): Service {
  const { mtls } = surroundings.presets;
  return async (request) => {
    const { account } = partsOf('/mtls/account/:account', request.url.pathname) ?? {};
    if (account === undefined) return undefined;
    const refused = await unauthorized(request, surroundings);
    if (refused) return refused;
    if (!isOwn(account)) return foreign(401, account);
    const target = request.headers['lp-forward-url'] ?? '';
    const fault = faultIn(target, request, mtls);
    if (fault !== undefined) return refusal(400, fault);
    return toResponse(await request.call.forward(forwarded(request, target)));
  };
}

function faultIn(
  target: string,
  { url, headers }: ServiceRequest,
  mapped: readonly string[] | undefined,
): string | undefined {
  if (!URL.canParse(target)) return 'the header "LP-forward-url" is missing or no URL';
  if (new URL(target).hostname === url.hostname) return 'the gateway does not forward to itself';
  const needed = headers['lp-stop-if-certificate-not-found'] === 'true';
  const known = mapped?.some((start) => target.startsWith(start)) ?? true;
  return needed && !known ? `there is no certificate for ${target}` : undefined;
}

function forwarded({ method, headers, raw }: ServiceRequest, target: string): OutboundRequest {
  const kept = Object.entries(headers).filter(([name]) => !own.test(name));
  const override = headers['lp-authorization-override'];
  const authorization = override === undefined ? {} : { authorization: override };
  return { method, url: target, headers: { ...Object.fromEntries(kept), ...authorization }, body: raw.body };
}

/** What the far end says, as it says it; that none was reached is told in a header, the status is inferred. */
function toResponse(answer: OutboundAnswer): OutboundResponse {
  if (!isFailure(answer)) return answer;
  const message = answer.failure.message.replaceAll(/[^\x20-\x7E]+/g, ' ');
  return refusal(502, message, { 'lp-message-from-transport': message });
}
