import { getFormInstrument } from '@patuh/shared/contracts/assessments';
import { getOfficeAssessment, type OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { officeText } from '../../text/id/office.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { unitModel } from './unit-model.ts';
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
        <Link className="back" href="/kantor">
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
  return <Answer of={instrument}>{(data) => <UnitView model={unitModel(office, data)} />}</Answer>;
}
