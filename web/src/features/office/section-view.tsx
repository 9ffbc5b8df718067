import type { ReactElement } from 'react';

import { IndicatorCard } from './indicator-card.tsx';
import type { Selection } from './selection.ts';
import type { SectionModel, UnitModel } from './unit-model.ts';
import { UsersGrid } from './users-grid.tsx';

interface SectionViewProps {
  readonly model: UnitModel;
  readonly section: SectionModel;
  readonly selection: Selection;
}

/** The answers of one section: indicators as cards with their subjects side by side, interviews of users as one grid. */
export function SectionView({ model, section, selection }: SectionViewProps): ReactElement {
  const asked = section.indicators.filter(({ subject }) => subject === 'user');
  const others = section.indicators.filter(({ subject }) => subject !== 'user');
  return (
    <>
      {others.map((indicator) => (
        <IndicatorCard
          key={indicator.id}
          model={model}
          indicator={indicator}
          subjects={section.subjects.filter(({ kind }) => kind === indicator.subject)}
          selection={selection}
        />
      ))}
      {asked.length === 0 ? null : <UsersGrid model={model} indicators={asked} selection={selection} />}
    </>
  );
}
