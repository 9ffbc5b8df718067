import { explanationOf, isWarning } from '@patuh/shared/checks/explained';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';

import { findingSentence } from '../../text/id/office-findings.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { Explained } from './explained.tsx';
import { subjectName } from './subject-name.ts';
import type { SectionModel, UnitModel } from './unit-model.ts';

/** What the checks found in this section, or about the people asked in it. */
export function FindingsPanel({
  model,
  section,
}: {
  readonly model: UnitModel;
  readonly section: SectionModel;
}): ReactElement | null {
  const found = model.office.findings.filter((finding) => concerns(section, finding));
  if (found.length === 0) return null;
  const unshown = found.filter(({ kind }) => kind === 'missing-evidence');
  const isLong = unshown.length > AT_A_GLANCE;
  return (
    <div className="notice notice--caution office-findings" role="note">
      <p className="notice__title">{text.findings.title}</p>
      <ul>
        {isLong ? <li>{text.findings.unshown(unshown.length, countExplained(unshown, model))}</li> : null}
        {(isLong ? found.filter((finding) => !unshown.includes(finding)) : found).map((finding) => (
          <li
            key={`${finding.kind} ${finding.indicatorId ?? ''} ${finding.subjectId ?? ''} ${finding.otherIndicatorId ?? ''}`}
          >
            {sentenceOf(finding, model)}
            {isWarning(finding) ? <Explained by={explanationOf(finding, model.values)} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** So many are read one by one; each stands at its answer too. */
const AT_A_GLANCE = 3;

function countExplained(findings: readonly Finding[], { values }: UnitModel): number {
  return findings.filter((finding) => explanationOf(finding, values) !== null).length;
}

function concerns({ indicators, subjects }: SectionModel, finding: Finding): boolean {
  // The visit has a panel of its own.
  if (finding.kind === 'visit-not-recorded') return false;
  if (finding.indicatorId !== null) return indicators.some(({ id }) => id === finding.indicatorId);
  if (finding.subjectId !== null) return subjects.some(({ id }) => id === finding.subjectId);
  return indicators.some(({ subject }) => subject === (finding.subjectKind ?? 'user'));
}

function sentenceOf(finding: Finding, { sections, subjects }: UnitModel): string {
  const indicators = sections.flatMap((section) => section.indicators);
  const nameOf = (id: string | null): string => indicators.find((one) => one.id === id)?.name ?? '';
  const subject = subjects.find(({ id }) => id === finding.subjectId);
  const where = [
    nameOf(finding.indicatorId),
    subject === undefined || subject.kind === 'unit' ? '' : subjectName(subject),
  ];
  const place = where.filter(Boolean).join(', ');
  const sentence = findingSentence(finding, nameOf(finding.otherIndicatorId));
  return place === '' ? sentence : `${place}: ${sentence}`;
}
