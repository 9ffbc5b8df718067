import { listDocumentRequests } from '@patuh/shared/contracts/document-requests';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { UseQueryResult } from '@tanstack/react-query';

import type { CallOk } from '../../platform/call.ts';
import { useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';

/** Addresses of files are good for five minutes at least. */
const ANEW_MS = 4 * 60_000;

/** Whoever looks after every office asks no unit for a document and is told of none. */
export function useSeesRequests(): boolean {
  return useMe().grants.some(({ role }) => role === 'verifier' || role === 'head');
}

/** Documents that were asked of a unit after the visit, and what came. */
export function useRequests(assessmentId: AssessmentId): UseQueryResult<CallOk<typeof listDocumentRequests>> {
  const enabled = useSeesRequests();
  return useAnswer(listDocumentRequests, { params: { assessmentId } }, { enabled, refetchInterval: ANEW_MS });
}
