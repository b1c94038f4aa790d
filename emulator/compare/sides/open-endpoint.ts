import type { StageOptions } from '../../conversation/stage.ts';
import { EndpointBotSource } from '../../endpoint/client/endpoint-bot-source.ts';
import { EndpointSide } from './endpoint-side.ts';
import { Guests } from './guests.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import type { EndpointTarget } from './target.ts';

/** A Custom Endpoint that is up, here or elsewhere. */
export interface OpenEndpoint {
  target: EndpointTarget;
  /** One more side that talks to it; through another address where one is given. */
  side: (over?: Pick<EndpointTarget, 'baseUrl'>) => EndpointSide;
  /** Starts the service anew with nothing kept, and answers its new address; `null` for a service elsewhere. */
  restart(): Promise<string> | null;
  close(): Promise<void>;
}

/**
 * Opens an endpoint; for `function` the function of that name is served on 127.0.0.1. Throws `bad-endpoint` for one
 * elsewhere that does not pass the connection test: no bot would start there.
 */
export async function openEndpoint(
  name: string,
  endpoint: EndpointTarget | 'function',
  { stage, timeout }: { stage: StageOptions } & Pick<EndpointTarget, 'timeout'>,
): Promise<OpenEndpoint> {
  const guests = new Guests();
  const local = endpoint === 'function' ? await startLocalService(guests.run) : undefined;
  const target = {
    ...(local?.target ?? (endpoint as EndpointTarget)),
    ...(timeout !== undefined && { timeout }),
  };
  if (!local) await new EndpointBotSource(target).assertReady();
  return opened(name, target, { stage, guests, local });
}

interface Around {
  stage: StageOptions;
  guests: Guests;
  local: LocalService | undefined;
}

function opened(name: string, target: EndpointTarget, { stage, guests, local }: Around): OpenEndpoint {
  return {
    target,
    side: (over) => new EndpointSide({ name, target: { ...target, ...over }, stage, guests }),
    restart: () => local?.restart() ?? null,
    close: async () => local?.close(),
  };
}
