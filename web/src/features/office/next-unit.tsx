import { listEvidence } from '@patuh/shared/contracts/evidence';
import { getNextUnit, getOfficeAssessment, type NextUnit } from '@patuh/shared/contracts/verification';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type ReactElement, useEffect } from 'react';
import { Link } from 'wouter';

import { useAnswer, useReadAhead } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { deskText } from '../../text/id/office-desk.ts';
import { formatDate } from '../../ui/number.ts';

/** The unit that follows; read before it is opened once little is left here, so that it opens at once. */
export function useNextUnit(after: AssessmentId, isNear: boolean): NextUnit | null {
  const isVerifier = useMe().grants.some(({ role }) => role === 'verifier');
  const next = useAnswer(getNextUnit, { query: { after } }, { enabled: isVerifier }).data?.next ?? null;
  const readAhead = useReadAhead();
  const following = isNear ? next?.assessmentId : undefined;
  useEffect(() => {
    if (following === undefined) return;
    const input = { params: { assessmentId: following } };
    void readAhead(getOfficeAssessment, input);
    void readAhead(listEvidence, input);
    // oxlint-disable-next-line react/exhaustive-deps -- it is read once for each unit that follows
  }, [following]);
  return next;
}

export function unitPath({ assessmentId }: NextUnit): string {
  return `/kantor/unit/${assessmentId}`;
}

export function NextUnitLink({ next }: { readonly next: NextUnit }): ReactElement {
  const { unitName, government, dueOn } = next;
  return (
    <p className="desk-next">
      <Link href={unitPath(next)}>
        {deskText.actions.nextUnit}: {unitName}, {government.name} <kbd aria-hidden="true">U</kbd>
      </Link>
      {dueOn === null ? null : <span className="small soft"> {deskText.due(formatDate(dueOn))}</span>}
    </p>
  );
}
