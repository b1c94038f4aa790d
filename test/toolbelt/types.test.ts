import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as PackageOfV2 from 'core-functions-toolbelt';
import type * as PackageOfV1 from 'lp-faas-toolbelt';
import ts from 'typescript';
import { createFunction } from '../../emulator/project/create.ts';
import type { createToolbeltV1 } from '../../emulator/runtime/realm/toolbelt/v1.ts';
import type { createToolbeltV2 } from '../../emulator/runtime/realm/toolbelt/v2.ts';
import { command } from '../cli/command.ts';
import { temporaryFolder } from '../temporary.ts';

/** A package with its class as the object that the emulator has. */
type AsObject<Package extends { Toolbelt: object }> = Omit<Package, 'Toolbelt'> & {
  Toolbelt: Omit<Package['Toolbelt'], 'prototype'>;
};

type Keeps<Promised, Made extends Promised> = [Promised, Made];

/** `npm run types` fails where the emulator does not do what the types promise. */
type Kept = [
  Keeps<AsObject<typeof PackageOfV1>, ReturnType<typeof createToolbeltV1>>,
  Keeps<AsObject<typeof PackageOfV2>, ReturnType<typeof createToolbeltV2>>,
];
const generations: Kept['length'] = 2;

/** What both generations have, with what it answers. */
const shared = `
export async function shared(conversation: Conversation): Promise<unknown[]> {
  const secret: Secret = await Toolbelt.SecretClient().updateSecret(await Toolbelt.SecretClient().readSecret('key'));
  const util = Toolbelt.ConversationUtil();
  const found = await util.getConversationById('id', [ConversationContentTypes.MESSAGE_RECORDS, 'sdes']);
  const texts: (string | undefined)[] = (found.conversationHistoryRecords[0]?.messageRecords ?? []).map(
    ({ messageData }) => messageData.msg?.text,
  );
  const tags: string[] = util.scanConversationForKeywords(found, ['refund']).map(({ tag }) => tag);
  const sdes = Toolbelt.SDEUtil();
  await sdes.addSDEs([{ type: SDETypes.LEAD, lead: {} }, { type: 'own' }], 'visitor', 'session');
  const events = sdes.getSDEsFromConv(conversation).sdes?.events ?? [];
  const paths: string[] = await Toolbelt.GDPRUtil().replaceConversationFiles(
    conversation, { username: 'a', password: 'b' }, (path) => path !== '', { body: Buffer.from(''), contentType: 'image/png' },
  );
  const pem = Buffer.from('');
  const mtls = Toolbelt.MTLSClient({ cert: 'cert', key: pem, ca: 'ca' });
  const { statusCode, headers, body } = await mtls.post('https://a.example', { a: 'b' }, { a: 1 }, { json: true, timeout: 1 });
  const others = [
    mtls.get('https://a.example'), mtls.put('u', {}, 'text'), mtls.delete('u', {}, pem), mtls.patch('u'),
    mtls.head('u', {}, { allowSelfSigned: true }), mtls.options('u'),
  ];
  const [first] = await Toolbelt.OrchestratorClient().invoke(
    [{ uuid: 'one', payload: 1, retries: 2, retryFunction: (status) => status === 500 }], 1000,
    { json: true, errorStrategy: ErrorStrategy.CONTINUE_ON_ERROR, invokeParallel: true, timeout: 10 },
  );
  const code: string | undefined = first?.error?.code;
  const connection: unknown = Toolbelt.SFClient().connectToSalesforce({ loginUrl: 'https://sf.example' });
  // @ts-expect-error clients are made without new
  new Toolbelt.SDEUtil();
  // @ts-expect-error secrets cannot be created
  void Toolbelt.SecretClient().writeSecret({ key: 'a', value: 'b' });
  // @ts-expect-error there is no such part of a conversation
  void util.getConversationById('id', ['everything']);
  return [secret.value, texts, tags, events, paths, statusCode, headers, body, others, code, connection, ErrorCodes.Csds.NotFound];
}

export async function context(client: ContextServiceClient): Promise<unknown[]> {
  const { name, createdAt, ttlSecond }: Namespace = await client.createNamespace('mine', { ttl: 60 });
  await client.deleteNamespace('mine');
  await client.deletePropertyInSession('mine', 'a');
  await client.deleteSession('mine', 'session');
  const names: string[] = (await client.getListOfNamespaces()).map((namespace) => namespace.name);
  const sessions: string[] = await client.getListOfSessions('mine');
  return [
    name, createdAt.getTime(), ttlSecond, names, sessions,
    (await client.setPropertiesInNamespace('mine', { a: 1 }))['a'],
    await client.updatePropertiesInNamespace('mine', { a: 1 }, 'session'),
    await client.getAllPropertiesInSession('mine'),
    await client.getSelectedPropertiesInSession('mine', ['a']),
    await client.getPropertyInSession('mine', 'a', 'session'),
  ];
}
`;

const v2 = `import {
  type ContextServiceClient, type Conversation, ConversationContentTypes, ErrorCodes, ErrorStrategy, LpServices,
  type Namespace, type MTLSError, SDETypes, type Secret, ToolBeltError, Toolbelt, globalSecretCache,
} from 'core-functions-toolbelt';
${shared}
export async function own(): Promise<unknown[]> {
  const response: Response = await Toolbelt.LpClient()(LpServices.MSG_HIST, '/path', { method: 'POST', body: '{}', appKeySecretName: 'key' });
  await Toolbelt.LpClient()('anyService', '/path', {});
  // @ts-expect-error the options cannot be left out
  void Toolbelt.LpClient()(LpServices.SMT, '/path');
  // @ts-expect-error v2 has no HTTP client
  Toolbelt.HTTPClient();
  const host: string = await Toolbelt.CsdsClient().get(LpServices.SMT);
  const hosts: Record<string, string>[] = await Toolbelt.CsdsClient().getAll();
  await Toolbelt.SecretClient({ cache: { ttl: 1000 } }).readSecret('key', { useCache: false, timeout: 10 });
  globalSecretCache.clear();
  const lpMtls = Toolbelt.LPMtlsClient();
  await lpMtls.get('https://a.example', {});
  await context(Toolbelt.ContextServiceClient('key'));
  try {
    await lpMtls.post('https://a.example', {}, 'text', { timeout: 1, json: false });
  } catch (error) {
    if (error instanceof ToolBeltError && error.code === ErrorCodes.Mtls.Remote) return [(error as MTLSError).originalBody];
  }
  return [response.ok, host, hosts];
}
`;

const v1 = `import {
  ConversationContentTypes, ErrorCodes, ErrorStrategy, type HttpResponse, LpServices, SDETypes, SecretError, Toolbelt,
} from 'lp-faas-toolbelt';
import type { ContextServiceClient, Conversation, Namespace, Secret } from 'core-functions-toolbelt';
${shared}
export async function own(): Promise<unknown[]> {
  const http = Toolbelt.HTTPClient();
  const full = (await http('https://a.example', { resolveWithFullResponse: true, simple: false })) as HttpResponse;
  const made = await http({ uri: 'https://a.example', method: 'POST', json: { a: 1 }, qs: { list: [1] }, timeout: 10, agentOptions: {} });
  const answer = await Toolbelt.LpClient()(LpServices.AUDITLOG, '/path', { json: true, appKeySecretName: 'key' });
  await context(Toolbelt.ContextServiceClient({ accountId: '1', apiKey: 'key' }));
  // @ts-expect-error v1 wants both
  Toolbelt.ContextServiceClient('key');
  // @ts-expect-error v1 has no client for CSDS
  Toolbelt.CsdsClient();
  const used: Secret[] = Toolbelt.SecretClient().getUsedSecrets();
  return [full.statusCode, made, answer, used, new SecretError(ErrorCodes.Secret.NotFound, '').code];
}
`;

test('a project that `new` started knows both packages, every method and what is no method', () => {
  const folder = temporaryFolder();
  const { code, stderr } = command('lpf-emulator', folder, ['new', 'customIntegration', 'bot']);
  expect([code, stderr, generations]).toEqual([0, '', 2]);
  mkdirSync(join(folder, 'functions', 'typed'));
  const files = { 'typed/v1.ts': v1, 'typed/v2.ts': v2 };
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, 'functions', name);
    writeFileSync(path, text);
    return path;
  });
  const lib = join(folder, 'functions', 'lib', 'toolbelt');
  const declarations = readdirSync(lib).map((name) => join(lib, name));
  expect(declarations.length).toBeGreaterThan(1);
  const typeRoots = [join(__dirname, '../../node_modules/@types')];
  const options = { lib: ['lib.es2023.d.ts'], typeRoots, types: ['node'] };
  expect(complaints([...paths, ...declarations], options)).toEqual([]);
});

test('every template type-checks in a project that is strict and has none of the types of Node', () => {
  const folder = temporaryFolder();
  const shipped = readdirSync(join(__dirname, '../../functions'), { withFileTypes: true });
  const templates = shipped.filter((entry) => entry.isDirectory() && entry.name !== 'lib');
  for (const { name } of templates) createFunction(folder, name, name);
  const functions = join(folder, 'functions');
  const files = readdirSync(functions, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => join(functions, file));
  expect(sources.length).toBeGreaterThan(100);
  expect(complaints(sources, { types: [] })).toEqual([]);
});

function complaints(files: string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    ...options,
  });
  // Of the libraries' own types nothing is asked, but of the declarations that come with a project.
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}
