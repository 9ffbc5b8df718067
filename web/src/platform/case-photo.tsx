import { getCalibrationPhoto } from '@patuh/shared/contracts/calibration';
import type { CalibrationCaseId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { Answer, useAnswer } from './query.tsx';

/** The photo of a practice case; it travels with the access token, as everything behind the sign-in. */
export function CasePhoto({ caseId, alt }: { readonly caseId: CalibrationCaseId; readonly alt: string }): ReactElement {
  const photo = useAnswer(getCalibrationPhoto, { params: { caseId } });
  return (
    <Answer of={photo}>
      {({ jpeg }) => <img className="case-photo" src={`data:image/jpeg;base64,${jpeg}`} alt={alt} />}
    </Answer>
  );
}
