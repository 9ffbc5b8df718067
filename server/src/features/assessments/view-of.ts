import type { ApiDeps } from '@patuh/server/platform/access';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentId } from '@patuh/shared/domain/ids';

/** The whole assessment as it stands now, for the answer to something that was just done to it. */
export async function viewOf({ db, now }: Pick<ApiDeps, 'db' | 'now'>, id: AssessmentId): Promise<AssessmentView> {
  const [view] = await inSnapshot(db, async (snapshot) => await loadAssessmentViews(snapshot, [id], now()));
  if (view === undefined) throw new ProblemError('not-found');
  return view;
}
