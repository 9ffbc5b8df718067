import { listUnitPhotos } from '@patuh/shared/contracts/clearances';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { clearancesText as text } from '../../text/id/clearances.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { BlurWork } from './blur-work.tsx';

/** Addresses of files are good for five minutes at least. */
const ANEW_MS = 4 * 60_000;

/** The photos of a unit and what of them may be seen outside; read anew before their addresses end. */
export function useUnitPhotos(assessmentId: AssessmentId) {
  return useAnswer(listUnitPhotos, { params: { assessmentId } }, { refetchInterval: ANEW_MS });
}

/** `/kantor/unit/:assessmentId/foto`: all photos of one unit, one after the other. */
export function BlurPage({ assessmentId }: { readonly assessmentId: AssessmentId }): ReactElement {
  const photos = useUnitPhotos(assessmentId);
  return (
    <AppPage
      title={text.open}
      lead={photos.data === undefined ? undefined : `${photos.data.unit.name} · ${photos.data.unit.government}`}
      above={
        <Link className="back" href={`/kantor/unit/${assessmentId}`}>
          {text.back}
        </Link>
      }
    >
      <p className="small soft">{text.lead}</p>
      <Answer of={photos}>{(unit) => <BlurWork assessmentId={assessmentId} unit={unit} />}</Answer>
    </AppPage>
  );
}
