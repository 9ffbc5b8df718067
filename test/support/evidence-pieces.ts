import { createHash, randomUUID, randomUUIDv7 } from 'node:crypto';
import { Readable } from 'node:stream';

import { saveSummaries } from '@patuh/server/platform/assessments/summaries';
import { inTransaction } from '@patuh/server/platform/database';
import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidenceFile, EvidencePiece, FileType, ProvenPoint } from '@patuh/shared/domain/evidence';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';

import type { Site } from './site.ts';

/** Pieces of evidence as a phone describes them, and their files as the server comes to hold them. */

export function anEvidenceId(): SubjectId {
  return SubjectId.parse(`evidence-${randomUUIDv7()}`);
}

export function aPoint(indicatorId: string, subjectId = 'unit'): ProvenPoint {
  return { indicatorId: IndicatorId.parse(indicatorId), subjectId: SubjectId.parse(subjectId) };
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function fileOfBytes(bytes: Buffer, type: FileType): EvidenceFile {
  return { sha256: sha256Of(bytes), size: bytes.length, type, originalSha256: sha256Of(bytes) };
}

type Common = Partial<Pick<EvidencePiece, 'proves' | 'caption' | 'position' | 'madeAt' | 'clockAhead'>>;
const COMMON = {
  proves: [],
  caption: null,
  madeAt: '2026-11-20T02:15:00.000Z',
  clockAhead: 0,
  position: null,
} satisfies Common;

export function aPhotoPiece(bytes: Buffer, common: Common = {}): EvidencePiece {
  return {
    kind: 'photo',
    ...COMMON,
    ...common,
    file: fileOfBytes(bytes, 'image/jpeg'),
    source: 'camera',
    width: 640,
    height: 480,
    look: '0123456789abcdef',
  };
}

export function aDocumentPiece(bytes: Buffer, common: Common = {}): EvidencePiece {
  return {
    kind: 'document',
    ...COMMON,
    ...common,
    file: fileOfBytes(bytes, 'application/pdf'),
    fileName: 'SK Maklumat.pdf',
  };
}

export function aWebPiece(url: string, common: Common = {}): EvidencePiece {
  return { kind: 'web-address', ...COMMON, ...common, url, screenshot: null };
}

/** The file lies in the store and belongs to the assessment, as if it had been sent. */
export async function fileArrived(
  site: Pick<Site, 'db' | 'evidence'>,
  { assessmentId, personId, type = 'image/jpeg' }: { assessmentId: AssessmentId; personId: PersonId; type?: FileType },
  bytes: Buffer,
): Promise<void> {
  const { db, evidence } = site;
  const upload = randomUUID();
  const sha256 = sha256Of(bytes);
  await evidence.append(upload, { from: 0, to: bytes.length }, Readable.from([bytes]));
  const found = await inspectFile(evidence.uploadPath(upload), type);
  if ('fault' in found) throw new Error(found.fault);
  await evidence.keep(upload, sha256);
  await evidence.giveUp(upload);
  const at = new Date();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('evidence_file')
      .values({ sha256, type, size: bytes.length, ...found, stored_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('assessment_file')
      .values({ assessment_id: assessmentId, sha256, person_id: personId, received_at: at })
      .execute();
    await saveSummaries(trx, [assessmentId]);
  });
}
