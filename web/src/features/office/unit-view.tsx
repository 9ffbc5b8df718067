import { type ReactElement, useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';

import { unitText as text } from '../../text/id/office-unit.ts';
import { AcceptBar } from './accept-bar.tsx';
import { ExceptionPanel } from './exception-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { LatePanel } from './late-panel.tsx';
import { ReturnBar } from './return-bar.tsx';
import { ScorePanel } from './score-panel.tsx';
import { SectionNav } from './section-nav.tsx';
import { SectionView } from './section-view.tsx';
import { type Selection, useSelection } from './selection.ts';
import { UnitFacts } from './unit-facts.tsx';
import type { SectionModel, UnitModel } from './unit-model.ts';
import { UnboundEvidence } from './unbound-evidence.tsx';
import { UnitNotices } from './unit-notices.tsx';
import { VisitsPanel } from './visits-panel.tsx';

/** The whole screen of one unit: facts and warnings, then section by section. */
export function UnitView({ model }: { readonly model: UnitModel }): ReactElement {
  const selection = useSelection();
  return (
    <>
      <UnitFacts model={model} />
      <UnitNotices model={model} />
      {model.office.score === null && model.office.earlierScores.length === 0 ? null : <ScorePanel model={model} />}
      <LatePanel model={model} />
      <ExceptionPanel model={model} />
      <VisitsPanel model={model} />
      <UnboundEvidence model={model} />
      {model.office.assessment.state === 'not-assessed' ? null : <Sections model={model} selection={selection} />}
      <ReturnBar model={model} selection={selection} />
    </>
  );
}

function Sections({
  model,
  selection,
}: {
  readonly model: UnitModel;
  readonly selection: Selection;
}): ReactElement | null {
  const { sections } = model;
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('bagian');
  const chosen = sections.find(({ id }) => id === wanted) ?? firstToDo(sections);
  const position = chosen === undefined ? 0 : sections.indexOf(chosen);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = (section: SectionModel | undefined): void => {
    if (section === undefined) return;
    setSearch({ bagian: section.id }, { replace: true });
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  };
  useSectionKeys((step) => open(sections[position + step]));
  if (chosen === undefined) return null;
  return (
    <div className="office-unit">
      <SectionNav sections={sections} chosen={chosen} onOpen={open} />
      <section className="office-unit__main" aria-labelledby="office-section">
        <h2 id="office-section" ref={heading} tabIndex={-1}>
          {chosen.name}
        </h2>
        <FindingsPanel model={model} section={chosen} />
        <SectionView model={model} section={chosen} selection={selection} />
        <AcceptBar model={model} section={chosen} hasTicks={selection.places.length > 0} onAccepted={open} />
        <nav className="actions office-steps" aria-label={text.steps}>
          <Step label={text.previous} sign="‹" section={sections[position - 1]} onOpen={open} />
          <Step label={text.next} sign="›" section={sections[position + 1]} onOpen={open} />
        </nav>
        <p className="small soft office-keys">{text.keys}</p>
      </section>
    </div>
  );
}

function firstToDo(sections: readonly SectionModel[]): SectionModel | undefined {
  return sections.find(({ standing }) => standing !== 'accepted') ?? sections[0];
}

function Step({
  label,
  sign,
  section,
  onOpen,
}: {
  readonly label: string;
  readonly sign: '‹' | '›';
  readonly section: SectionModel | undefined;
  readonly onOpen: (section: SectionModel) => void;
}): ReactElement | null {
  if (section === undefined) return null;
  return (
    <button type="button" className="button button--quiet" onClick={() => onOpen(section)}>
      <span className="visually-hidden">{label}: </span>
      {sign === '‹' ? <span aria-hidden="true">{sign}</span> : null}
      {section.name}
      {sign === '›' ? <span aria-hidden="true">{sign}</span> : null}
    </button>
  );
}

/** Alt + ↑ and Alt + ↓ step through the sections. */
function useSectionKeys(onStep: (step: 1 | -1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
