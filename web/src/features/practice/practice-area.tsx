import type { ReactElement } from 'react';

import { qualityText } from '../../text/id/quality.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { OwnCases } from './own-cases.tsx';
import { OwnFigures } from './own-figures.tsx';

/** What somebody of the field sees about the own work, and what they practise with. */
export function PracticeArea(): ReactElement {
  return (
    <AppPage title={qualityText.own.title} lead={qualityText.own.lead}>
      <OwnCases />
      <OwnFigures />
    </AppPage>
  );
}
