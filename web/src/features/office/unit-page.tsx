import { getFormInstrument } from '@patuh/shared/contracts/assessments';
import { listEvidence } from '@patuh/shared/contracts/evidence';
import { getOfficeAssessment, type OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { officeText } from '../../text/id/office.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ProblemReply } from '../../platform/call.ts';
import type { EvidenceListing } from './evidence-model.ts';
import { unitModel } from './unit-model.ts';
import { UNITS_PATH } from './units-list.ts';
import { UnitView } from './unit-view.tsx';

/** One unit to verify. */
export function UnitPage({ assessmentId }: { readonly assessmentId: AssessmentId }): ReactElement {
  const office = useAnswer(getOfficeAssessment, { params: { assessmentId } });
  const unit = office.data?.assessment.unit;
  return (
    <AppPage
      title={unit?.name ?? officeText.title}
      lead={unit === undefined ? undefined : `${unit.kindName} · ${unit.government.name}`}
      above={
        <Link className="back" href={UNITS_PATH}>
          {officeText.back}
        </Link>
      }
    >
      <Answer of={office}>{(data) => <WithInstrument office={data} />}</Answer>
    </AppPage>
  );
}

function WithInstrument({ office }: { readonly office: OfficeAssessment }): ReactElement {
  const { id, version } = office.assessment.period.instrument;
  const instrument = useAnswer(getFormInstrument, { params: { instrumentId: id, version } });
  const evidence = useAnswer(
    listEvidence,
    { params: { assessmentId: office.assessment.id } },
    { refetchInterval: ANEW_MS },
  );
  return (
    <Answer of={instrument}>
      {(data) => <WithModel office={office} instrument={data} listing={evidence.data} error={evidence.error} />}
    </Answer>
  );
}

interface WithModelProps {
  readonly office: OfficeAssessment;
  readonly instrument: Instrument;
  readonly listing: EvidenceListing | undefined;
  readonly error: Error | null;
}

/** The model is made anew when something was read, not when somebody presses a key. */
function WithModel({ office, instrument, listing, error }: WithModelProps): ReactElement {
  const model = useMemo(
    () => unitModel(office, instrument, { listing, fault: faultOf(error) }),
    [office, instrument, listing, error],
  );
  return <UnitView model={model} />;
}

/** Addresses of files are good for five minutes at least. */
const ANEW_MS = 4 * 60_000;

/** Whoever looks after every office sees answers, and no photos. */
function faultOf(error: Error | null): Error | 'not-for-you' | null {
  return error instanceof ProblemReply && error.problem.code === 'not-permitted' ? 'not-for-you' : error;
}
