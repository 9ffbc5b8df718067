import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';

import { AssessmentView } from '@patuh/shared/contracts/assessments';
import { Problem } from '@patuh/shared/contracts/problems';
import { OfficeAssessment } from '@patuh/shared/contracts/verification';

import { SECURITY_HEADERS } from './security-headers.ts';

/** Told once and referred to: a page with a thousand copies of them shows nothing. */
const TOLD_ONCE = { Problem, AssessmentView, OfficeAssessment };
for (const [id, schema] of Object.entries(TOLD_ONCE)) {
  if (!z.globalRegistry.has(schema)) z.globalRegistry.add(schema, { id });
}

/** Collects every route of a contract into OpenAPI; routes registered later are seen, earlier ones are not. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Patuh',
        description: 'Data terbuka hasil penilaian kepatuhan penyelenggaraan pelayanan publik.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The page that shows the API, from files of this server alone, and the description it shows. */
export async function apiDocsRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    transformStaticCSP: () => SECURITY_HEADERS['content-security-policy'] ?? '',
    // Without the bar on top: its logo carries an inline style, which the CSP blocks and reports.
    uiConfig: { docExpansion: 'list', deepLinking: false, layout: 'BaseLayout' },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
