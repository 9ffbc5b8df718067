import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import type { DocumentRequestTable } from '@patuh/server/platform/tables/document-requests';
import type { DocumentRequestState } from '@patuh/shared/contracts/document-requests';
import type { FileType } from '@patuh/shared/domain/evidence';
import type { AssessmentId, DocumentRequestId, PersonId } from '@patuh/shared/domain/ids';
import type { Selectable } from 'kysely';

/** Where an assessment lies, and the time zone its unit lives in; undefined if there is none. */
export async function findPlace(db: Reader, id: AssessmentId) {
  return await places(db).where('assessment.id', '=', id).executeTakeFirst();
}

function places(db: Reader) {
  return db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      // A second visit stands on no desk: whoever verifies the first must not know what it found.
      join.onRef('period.id', '=', 'assessment.period_id').on('period.kind', '<>', 'comparison'),
    )
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('province', 'province.code', 'government.province_code')
    .select([
      'assessment.id as assessmentId',
      'assessment.state',
      'period.clarification_until as clarificationUntil',
      'unit.id as unit',
      'unit.name as unitName',
      'government.code as government',
      'government.name as governmentName',
      'province.code as province',
      'province.name as provinceName',
      'province.time_zone as timeZone',
    ]);
}

export type NewRequest = Pick<
  Selectable<DocumentRequestTable>,
  'id' | 'assessment_id' | 'indicator_id' | 'subject_id' | 'wanted' | 'due_on' | 'token_hash'
>;

export async function insertRequest(
  trx: Writer,
  request: NewRequest,
  { person, at }: { readonly person: PersonId; readonly at: Date },
): Promise<void> {
  const rest = { decided_by: null, decided_at: null, reason: null };
  await trx
    .insertInto('document_request')
    .values({ ...request, state: 'open', requested_by: person, requested_at: at, ...rest })
    .execute();
}

/** One request of that assessment under its row lock; undefined if there is none. */
export async function lockRequest(trx: Writer, assessment: AssessmentId, id: DocumentRequestId) {
  return await trx
    .selectFrom('document_request')
    .select(['id', 'state', 'due_on as dueOn', 'wanted'])
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .forUpdate()
    .executeTakeFirst();
}

export async function setDueDay(trx: Writer, id: DocumentRequestId, day: string): Promise<void> {
  await trx.updateTable('document_request').set({ due_on: day }).where('id', '=', id).execute();
}

export async function setToken(trx: Writer, id: DocumentRequestId, tokenHash: string): Promise<void> {
  await trx.updateTable('document_request').set({ token_hash: tokenHash }).where('id', '=', id).execute();
}

export async function setDecision(
  trx: Writer,
  id: DocumentRequestId,
  { state, reason, person, at }: Decided,
): Promise<void> {
  await trx
    .updateTable('document_request')
    .set({ state, reason, decided_by: person, decided_at: at })
    .where('id', '=', id)
    .execute();
}

interface Decided {
  readonly state: Extract<DocumentRequestState, 'accepted' | 'refused' | 'withdrawn'>;
  readonly reason: string;
  readonly person: PersonId;
  readonly at: Date;
}

/** Everything asked of one unit, oldest first. */
export async function findRequests(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('document_request')
    .innerJoin('person as asker', 'asker.id', 'requested_by')
    .leftJoin('person as decider', 'decider.id', 'decided_by')
    .select([
      'document_request.id',
      'indicator_id as indicatorId',
      'subject_id as subjectId',
      'wanted',
      'due_on as dueOn',
      'state',
      'asker.name as requestedBy',
      'requested_at as requestedAt',
      'decider.name as decidedBy',
      'decided_at as decidedAt',
      'reason',
    ])
    .where('assessment_id', '=', id)
    .orderBy('requested_at')
    .orderBy('document_request.id')
    .execute();
}

/** Files that came for these requests and are whole, oldest first. */
export async function findDelivered(db: Reader, ids: readonly DocumentRequestId[]) {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('document_delivery')
    .innerJoin('evidence_file', 'evidence_file.sha256', 'document_delivery.sha256')
    .select([
      'request_id as requestId',
      'document_delivery.name',
      'document_delivery.received_at as receivedAt',
      'evidence_file.sha256',
      'evidence_file.type',
      'evidence_file.size',
      'evidence_file.width',
      'evidence_file.height',
    ])
    .where('request_id', 'in', ids)
    .$narrowType<{ receivedAt: Date }>()
    .where('document_delivery.received_at', 'is not', null)
    .orderBy('document_delivery.received_at')
    .orderBy('document_delivery.id')
    .execute();
}

/** The request that a link leads to, with the unit it is asked of; whatever became of it. */
export async function findByLink(db: Reader, tokenHash: string) {
  return await places(db)
    .innerJoin('document_request', 'document_request.assessment_id', 'assessment.id')
    .select(['document_request.id', 'document_request.state as requestState', 'wanted', 'due_on as dueOn'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** The same, held until the transaction ends: nobody decides about it meanwhile. */
export async function lockByLink(trx: Writer, tokenHash: string) {
  return await trx
    .selectFrom('document_request')
    .innerJoin('assessment', 'assessment.id', 'document_request.assessment_id')
    .select(['document_request.id', 'document_request.state as request', 'assessment.state as unit'])
    .where('token_hash', '=', tokenHash)
    .forUpdate('document_request')
    .executeTakeFirst();
}

export interface Delivery {
  readonly id: string;
  readonly requestId: DocumentRequestId;
  readonly sha256: string;
  readonly type: FileType;
  readonly size: number;
  readonly receivedAt: Date | null;
}

const DELIVERY = ['id', 'request_id as requestId', 'sha256', 'type', 'size', 'received_at as receivedAt'] as const;

export async function findDelivery(db: Reader, id: string, request: DocumentRequestId): Promise<Delivery | undefined> {
  return await db
    .selectFrom('document_delivery')
    .select(DELIVERY)
    .where('id', '=', id)
    .where('request_id', '=', request)
    .executeTakeFirst();
}

export async function findDeliveries(db: Reader, request: DocumentRequestId): Promise<readonly Delivery[]> {
  return await db.selectFrom('document_delivery').select(DELIVERY).where('request_id', '=', request).execute();
}

export async function insertDelivery(
  trx: Writer,
  { id, requestId, sha256, type, size }: Omit<Delivery, 'receivedAt'>,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('document_delivery')
    .values({ id, request_id: requestId, sha256, type, size, name, begun_at: at, received_at: null })
    .execute();
}

export async function deleteDelivery(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('document_delivery').where('id', '=', id).where('received_at', 'is', null).execute();
}

/** The file is here, and the verifier is to look at it. */
export async function receiveDelivery(
  trx: Writer,
  { id, requestId, sha256, type, size }: Delivery,
  { width, height, look }: Inspected,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('evidence_file')
    .values({ sha256, type, size, width, height, look, stored_at: at })
    // The same file was purged elsewhere: here it is needed.
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ look, purged_at: null }))
    .execute();
  await trx.updateTable('document_delivery').set({ received_at: at }).where('id', '=', id).execute();
  await trx.updateTable('document_request').set({ state: 'received' }).where('id', '=', requestId).execute();
}
