import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
  type RouteOptions,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';

import type { RenderPage } from '@patuh/shared/contracts/pages';
import { keyIdOf } from '@patuh/shared/publication/sign';

import { assessmentRoutes } from './features/assessments/routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { calibrationRoutes } from './features/calibration/routes.ts';
import { clearanceRoutes } from './features/clearances/routes.ts';
import { demoRoutes } from './features/demo/routes.ts';
import { dutyRoutes } from './features/duties/routes.ts';
import { documentRequestRoutes } from './features/document-requests/routes.ts';
import { evidenceRoutes } from './features/evidence/routes.ts';
import { fieldFileRoutes } from './features/field-files/routes.ts';
import { governmentRoutes } from './features/governments/routes.ts';
import { type HealthDeps, healthRoutes } from './features/health/routes.ts';
import { instrumentRoutes } from './features/instruments/routes.ts';
import { keyRoutes } from './features/keys/routes.ts';
import { nationalRoutes } from './features/national/routes.ts';
import { appRoutes } from './features/pages/app-routes.ts';
import { problemPage } from './features/pages/problem-page.ts';
import { officeUnitRoutes } from './features/office-units/routes.ts';
import { pageRoutes } from './features/pages/routes.ts';
import { siteRoutes } from './features/pages/site-routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { periodRoutes } from './features/periods/routes.ts';
import { placeRoutes } from './features/places/routes.ts';
import { importRoutes } from './features/publications/import-routes.ts';
import { publicationRoutes } from './features/publications/routes.ts';
import { qualityRoutes } from './features/quality/routes.ts';
import { rankingRoutes } from './features/rankings/routes.ts';
import { readyRoutes } from './features/ready/routes.ts';
import { releaseRoutes } from './features/releases/routes.ts';
import { resultRoutes } from './features/results/routes.ts';
import { secondVisitRoutes } from './features/second-visits/routes.ts';
import { seasonRoutes } from './features/season/routes.ts';
import { signInRoutes } from './features/sign-in/routes.ts';
import { pushLine } from './features/sync/push-line.ts';
import { syncRoutes } from './features/sync/routes.ts';
import { personalDataRoutes } from './features/personal-data/routes.ts';
import { systemRoutes } from './features/system/routes.ts';
import { teamRoutes } from './features/teams/routes.ts';
import { unitPlanRoutes } from './features/unit-plan/routes.ts';
import { registerRoutes } from './features/units/routes.ts';
import { todayRoutes } from './features/today/routes.ts';
import { uploadRoutes } from './features/uploads/routes.ts';
import { verificationRoutes } from './features/verification/routes.ts';
import type { ApiDeps } from './platform/access.ts';
import { apiDocsRoutes, describeApi } from './platform/api-docs.ts';
import type { Catalogue } from './platform/catalogue/catalogue.ts';
import { compressReplies } from './platform/compress-replies.ts';
import { openRequests } from './platform/open-requests.ts';
import type { Config, TrustProxy } from './platform/config.ts';
import { authenticator } from './platform/authenticate.ts';
import type { Custody } from './platform/custody/custody.ts';
import type { Pooled } from './platform/database.ts';
import type { InspectFile } from './platform/evidence/inspect.ts';
import type { EvidenceStore } from './platform/evidence/store.ts';
import { thumbnailsIn } from './platform/evidence/thumbnails.ts';
import { answerMalformed } from './platform/malformed-request.ts';
import { countRequests, metricsRoute } from './platform/metrics.ts';
import { problemBody, ProblemError } from './platform/problem.ts';
import { handleProblems } from './platform/problem-handler.ts';
import { publicBytes, type SendPublic } from './platform/public-bytes.ts';
import { SECURITY_HEADERS } from './platform/security-headers.ts';
import { accessTokens } from './platform/sessions/access-token.ts';
import { type PasswordCost, passwords } from './platform/sessions/passwords.ts';
import { sessionKeys } from './platform/sessions/session-keys.ts';

export interface AppDeps extends HealthDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  /** Signs access and refresh tokens. */
  readonly sessionSecret: string;
  /** What a guess at a stolen password costs; OWASP's figures unless a test is in a hurry. */
  readonly passwordCost?: PasswordCost;
  /** Sign publications: the real chain's, and the demo's own. */
  readonly signingKeys: { readonly main: Uint8Array; readonly demo: Uint8Array };
  /** Opens what phones locked for the office. */
  readonly custody: Custody;
  /** Files of evidence, and who looks at what is in them before they are taken. */
  readonly evidence: EvidenceStore;
  readonly inspectFile: InspectFile;
  /** The demo is in the database, and the server listens on a loopback address only. */
  readonly demo: boolean;
  readonly config: Pick<Config, 'dataDir' | 'homeProvince' | 'publicUrl' | 'trustProxy'>;
  /** Logger of Fastify; `false` in tests. */
  readonly logger: FastifyServerOptions['logger'];
  readonly catalogue: () => Catalogue;
  readonly render: RenderPage;
  /** Public key that signs publications now, lower-case hex. */
  readonly keyId: string;
  /** Folder of the built client files. */
  readonly clientFiles: string;
  /** Hears of every route that is served, for the test that knows who may call each. */
  readonly onRoute?: (route: RouteOptions) => void;
}

/** No public request carries a body; what writes will name its own limit. */
const BODY_LIMIT = 64 * 1024;
/** Answers made anew (not kept bytes) per address and minute: high, because a whole office may share one address. */
const FRESH_ANSWERS_PER_MINUTE = 600;
const REQUEST_TIMEOUT_MS = 30_000;

/** All wiring on one screen. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  // Else a refused field is explained with “Invalid input” only.
  z.config(z.locales.id());
  const publicUrl = deps.config.publicUrl ?? null;
  const { render, catalogue, keyId } = deps;
  const { homeProvince } = deps.config;

  const app = Fastify({
    logger: deps.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerBadUrl,
    clientErrorHandler: answerMalformed,
    trustProxy: trusted(deps.config.trustProxy),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  if (deps.onRoute !== undefined) app.addHook('onRoute', deps.onRoute);
  handleProblems(app, problemPage({ catalogue, render, publicUrl, homeProvince }));
  countRequests(app);
  await describeApi(app);
  await app.register(rateLimit, { global: false });
  const open = { catalogue, send: limited(app, publicBytes()) };

  await app.register((scope, _options, done) => {
    rankingRoutes(scope, open);
    governmentRoutes(scope, open);
    nationalRoutes(scope, open);
    instrumentRoutes(scope, open);
    publicationRoutes(scope, { ...open, keyId });
    const demoKeyId = deps.demo ? keyIdOf(deps.signingKeys.demo) : null;
    readyRoutes(scope, open);
    pageRoutes(scope, { ...open, render, publicUrl, homeProvince, keyId, demoKeyId });
    done();
  });
  const keys = sessionKeys(deps.sessionSecret);
  const tokens = await accessTokens(app, keys.access);
  const api: ApiDeps = { db: deps.db, now: deps.now, authenticate: authenticator(app, { ...deps, tokens }) };
  await app.register((scope, _options, done) => {
    compressReplies(scope);
    openRequests(scope);
    signInRoutes(scope, { ...api, keys, tokens, publicUrl, passwords: passwords(deps.passwordCost) });
    peopleRoutes(scope, { ...api, publicUrl });
    dutyRoutes(scope, api);
    placeRoutes(scope, api);
    demoRoutes(scope, { ...api, demo: deps.demo });
    const push = pushLine(api);
    syncRoutes(scope, { ...api, push });
    fieldFileRoutes(scope, { ...api, custody: deps.custody, push });
    assessmentRoutes(scope, api);
    officeUnitRoutes(scope, api);
    seasonRoutes(scope, api);
    todayRoutes(scope, api);
    verificationRoutes(scope, api);
    registerRoutes(scope, api);
    unitPlanRoutes(scope, api);
    const thumbnails = thumbnailsIn(`${deps.config.dataDir}/thumbnails`, deps.evidence);
    evidenceRoutes(scope, { ...api, store: deps.evidence, thumbnails, addressKey: keys.evidence });
    const files = { store: deps.evidence, inspect: deps.inspectFile, addressKey: keys.evidence };
    documentRequestRoutes(scope, { ...api, ...files, publicUrl });
    clearanceRoutes(scope, { ...api, ...files });
    resultRoutes(scope, { ...api, ...files });
    qualityRoutes(scope, api);
    calibrationRoutes(scope, { ...api, ...files });
    keyRoutes(scope, { ...api, keyId });
    importRoutes(scope, { ...api, signingKeys: deps.signingKeys });
    periodRoutes(scope, api);
    secondVisitRoutes(scope, api);
    releaseRoutes(scope, { ...api, signingKeys: deps.signingKeys, catalogue });
    auditRoutes(scope, api);
    teamRoutes(scope, api);
    personalDataRoutes(scope, api);
    systemRoutes(scope, { ...api, dataDir: deps.config.dataDir, publicUrl });
    done();
  });
  // Apart from the others: bytes of files are neither unpacked nor read as JSON.
  await app.register((scope, _options, done) => {
    uploadRoutes(scope, { ...api, store: deps.evidence, inspect: deps.inspectFile });
    done();
  });
  // Public bytes carry their headers themselves; everything else gets them here.
  await app.register(async (scope) => {
    scope.addHook('onRequest', secure);
    healthRoutes(scope, deps);
    metricsRoute(scope);
    siteRoutes(scope, { catalogue, publicUrl, homeProvince });
    await apiDocsRoutes(scope);
    await scope.register(fastifyStatic, {
      root: `${deps.clientFiles}/assets`,
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
    });
    appRoutes(scope, { render, publicUrl, clientFiles: deps.clientFiles });
  });
  return app;
}

function secure(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers(SECURITY_HEADERS);
  done();
}

/** An address that is not even an address never reaches the router, nor its error handler. */
function answerBadUrl(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const body = JSON.stringify(problemBody('invalid-request'));
  void reply.code(400).headers(SECURITY_HEADERS).type('application/problem+json').send(body);
}

/** Forwarded headers are believed from so many proxies in front, or from those addresses, and from nobody else. */
function trusted(proxies: TrustProxy): boolean | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === false) return false;
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}

/** Kept bytes cost less than counting them; only answers that must be made are counted. */
function limited(app: FastifyInstance, send: SendPublic): SendPublic {
  const check = app.createRateLimit({ max: FRESH_ANSWERS_PER_MINUTE, timeWindow: '1 minute' });
  return (catalogue, request, reply, produce) =>
    send(catalogue, request, reply, async () => {
      const limit = await check(request);
      if (!limit.isAllowed && limit.isExceeded) {
        void reply.header('retry-after', String(Math.ceil(limit.ttl / 1000)));
        throw new ProblemError('too-many-requests');
      }
      return produce();
    });
}
