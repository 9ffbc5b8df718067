import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

export type StoredFile = Awaited<ReturnType<typeof findFiles>>[number];

/**
 * The files that were sent for an assessment and are here, by the team or by the unit when it was asked for a document; one
 * of them where its hash is named.
 */
export async function findFiles(db: Reader, id: AssessmentId, sha256?: string) {
  const byTeam = db
    .selectFrom('assessment_file')
    .select('sha256')
    .where('assessment_id', '=', id)
    .where('purged_at', 'is', null);
  const byUnit = db
    .selectFrom('document_delivery')
    .innerJoin('document_request', 'document_request.id', 'document_delivery.request_id')
    .select('document_delivery.sha256')
    .where('document_request.assessment_id', '=', id)
    .where('document_delivery.received_at', 'is not', null)
    .where('document_delivery.purged_at', 'is', null);
  const all = db
    .selectFrom(byTeam.union(byUnit).as('sent'))
    .innerJoin('evidence_file', 'evidence_file.sha256', 'sent.sha256')
    .select([
      'evidence_file.sha256',
      'evidence_file.type',
      'evidence_file.size',
      'evidence_file.width',
      'evidence_file.height',
    ]);
  return await (sha256 === undefined ? all : all.where('evidence_file.sha256', '=', sha256)).execute();
}
