import { Hono } from 'hono';
import { addHealth, type Needs } from './health.ts';
import { failureHandler } from './failures.ts';
import { framed, measured, type ServiceEnv } from './frame.ts';
import type { Level, Log } from './log.ts';
import { openApi } from './openapi.ts';
import { Refusal } from './refusal.ts';
import { addRoutes, type Routing } from './routes.ts';
import type { TokenCheck } from './token-check.ts';

/** All that the service is made of. */
export interface Parts extends Routing, Needs {
  checkToken: TokenCheck;
  log: Log;
  logLevel: Level;
  /** What comes before `/v1`: empty, or a path such as `/api`. */
  basePath: string;
}

/** The service: four methods behind the token check, probes and the OpenAPI document in front of it. */
export function createApp(parts: Parts): Hono<ServiceEnv> {
  const { log, checkToken, basePath } = parts;
  const app = new Hono<ServiceEnv>();
  app.use(framed(log, parts.isStopping));
  const failed = failureHandler(log, parts.logLevel);
  app.onError(failed);
  // Answered and not thrown: where nothing but the frame matches, an error would go past it, and past the log.
  app.notFound((context) =>
    failed(new Refusal(404, 'not-found', 'there is nothing at this address'), context),
  );
  addHealth(app, parts);
  const document = openApi(parts);
  app.get('/openapi.json', (context) => context.json(document));

  const methods = new Hono<ServiceEnv>();
  methods.use('/v1/*', async (context, next) => {
    await measured(context.get('frame'), 'auth', () => checkToken(context.req.header('authorization')));
    await next();
  });
  addRoutes(methods, parts);
  app.route(basePath || '/', methods);
  return app;
}
