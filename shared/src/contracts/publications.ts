import * as z from 'zod/mini';

import { PublicationFile, PublicationId, PublicationScope, Sha256 } from '../publication/payload.ts';
import { Year } from '../domain/government.ts';
import { contract } from './contract.ts';

export const PublicationListEntry = z.object({
  id: PublicationId,
  publicationKind: z.enum(['imported', 'imported-counts', 'computed']),
  title: z.string(),
  scope: PublicationScope,
  year: Year,
  hash: Sha256,
  publishedAt: z.string(),
  /** The Keputusan Ketua behind results that were computed here. */
  decree: z.nullable(z.object({ number: z.string(), date: z.iso.date() })),
  /** The publication this one corrects, with the reason. */
  replaces: z.nullable(z.object({ id: PublicationId, reason: z.string() })),
  /** The correction that replaced this one. */
  replacedBy: z.nullable(PublicationId),
  bytes: z.int(),
});
export type PublicationListEntry = z.infer<typeof PublicationListEntry>;

export const PublicationList = z.object({
  publications: z.array(PublicationListEntry),
  /** The key that signs now. */ keyId: z.nullable(Sha256),
});
export type PublicationList = z.infer<typeof PublicationList>;

export const listPublications = contract({
  method: 'GET',
  path: '/api/publications',
  summary: 'All publications, newest first; the demo is not among them',
  who: 'public',
  ok: PublicationList,
  problems: [],
});

export const getPublication = contract({
  method: 'GET',
  path: '/api/publications/:id',
  summary: 'The canonical file of a publication, byte for byte',
  who: 'public',
  params: z.object({ id: PublicationId }),
  ok: PublicationFile,
  problems: ['invalid-request', 'publication-not-found'],
});
