import type { LateChange, ReturnedPoint } from '@patuh/shared/contracts/assessments';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { OfficeAssessment, PlaceAcceptance, PlaceHistory } from '@patuh/shared/contracts/verification';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellValue } from '@patuh/shared/domain/change';
import type { Indicator, IndicatorId, Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { type Progress, progressOf } from '@patuh/shared/sync/progress';
import { type Section, sectionsOf } from '@patuh/shared/sync/sections';
import { type AssessmentSubject, subjectKindOf, subjectsOf } from '@patuh/shared/sync/subjects';
import { type CurrentValues, currentValues } from '@patuh/shared/sync/values';

import { type EvidenceListing, type EvidenceModel, evidenceModel } from './evidence-model.ts';

/** A place that can be given back: one indicator for one subject, or for all of it. */
export interface Place {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId | null;
}

export interface SectionModel extends Section {
  readonly subjects: readonly AssessmentSubject[];
  readonly points: readonly ReturnedPoint[];
  /** Late changes that wait for a decision. */
  readonly late: readonly LateChange[];
  readonly acceptance: OfficeAssessment['acceptances'][number] | null;
  readonly standing: 'open' | 'accepted' | 'points' | 'answered' | 'late' | 'changed';
}

/** One unit as the screen walks through it. */
export interface UnitModel {
  readonly office: OfficeAssessment;
  readonly instrument: Instrument;
  readonly sections: readonly SectionModel[];
  readonly subjects: readonly AssessmentSubject[];
  readonly values: CurrentValues;
  readonly progress: Progress;
  readonly evidence: EvidenceModel;
  /** Why the files of the evidence are not here; null where nothing went wrong. */
  readonly listingFault: Error | 'not-for-you' | null;
  readonly findingsAt: (place: Place) => readonly Finding[];
  readonly pointsAt: (place: Place) => readonly ReturnedPoint[];
  readonly othersAt: (place: Place) => readonly CellValue[];
  readonly historyAt: (place: Place) => readonly PlaceHistory[];
  /** Who looked at a place and accepted it. */
  readonly acceptanceAt: (place: Place) => PlaceAcceptance | undefined;
  readonly mayVerify: boolean;
}

/** Files of the evidence as they were read; the rest of the screen does not wait for them. */
interface Listed {
  readonly listing: EvidenceListing | undefined;
  readonly fault: UnitModel['listingFault'];
}

export function unitModel(
  office: OfficeAssessment,
  instrument: Instrument,
  { listing, fault }: Listed = { listing: undefined, fault: null },
): UnitModel {
  const { cells, unit, points } = office.assessment;
  const subjects = subjectsOf(instrument, unit.kind, cells);
  const values = currentValues(cells);
  const sections = sectionsOf(instrument).map((section) => sectionModel(section, subjects, office));
  const findings = Map.groupBy(office.findings, placeKey);
  const returned = Map.groupBy(points, placeKey);
  const histories = Map.groupBy(office.history, placeKey);
  const accepted = new Map(office.placeAcceptances.map((one) => [placeKey(one), one]));
  const disputed = Map.groupBy(
    cells.filter(({ others }) => others.length > 0),
    placeKey,
  );
  return {
    office,
    instrument,
    subjects,
    values,
    evidence: evidenceModel(values.evidence, listing, {
      findings: office.findings,
      isShown: ({ indicatorId, subjectId }) =>
        sections.some(
          (section) =>
            section.indicators.some(({ id }) => id === indicatorId) &&
            section.subjects.some(({ id }) => id === subjectId),
        ),
    }),
    listingFault: fault,
    progress: progressOf(instrument, unit.kind, cells),
    sections,
    findingsAt: (place) => findings.get(placeKey(place)) ?? [],
    pointsAt: (place) => returned.get(placeKey(place)) ?? [],
    othersAt: (place) => (disputed.get(placeKey(place)) ?? []).flatMap(({ others }) => others),
    historyAt: (place) => histories.get(placeKey(place)) ?? [],
    acceptanceAt: (place) => accepted.get(placeKey(place)),
    mayVerify: office.whyNot === null,
  };
}

/** The same text for the same place, as a key. */
export function placeKey({
  indicatorId,
  subjectId,
}: {
  readonly indicatorId: string | null;
  readonly subjectId: string | null;
}): string {
  return `${indicatorId ?? ''}|${subjectId ?? ''}`;
}

function sectionModel(
  section: Section,
  subjects: readonly AssessmentSubject[],
  { assessment, acceptances }: OfficeAssessment,
): SectionModel {
  const ids = new Set<string>(section.indicators.map(({ id }) => id));
  const kinds = new Set<string>(section.indicators.map(({ subject }) => subject));
  const points = assessment.points.filter(({ indicatorId }) => ids.has(indicatorId));
  const late = assessment.late.filter(({ decision, indicatorId, subjectId }) => {
    if (decision !== 'waiting') return false;
    return indicatorId === null ? kinds.has(subjectKindOf(subjectId)) : ids.has(indicatorId);
  });
  const acceptance = acceptances.find(({ sectionId }) => sectionId === section.id) ?? null;
  return {
    ...section,
    subjects: subjects.filter(({ kind }) => kinds.has(kind)),
    points,
    late,
    acceptance,
    standing: standingOf({ points, late, acceptance }),
  };
}

function standingOf({
  points,
  late,
  acceptance,
}: Pick<SectionModel, 'points' | 'late' | 'acceptance'>): SectionModel['standing'] {
  if (points.some(({ state }) => state === 'open')) return 'points';
  if (late.length > 0) return 'late';
  if (points.some(({ state }) => state === 'answered')) return 'answered';
  if (acceptance === null) return 'open';
  return acceptance.holds ? 'accepted' : 'changed';
}

/** What a level means for this kind of unit. */
export function levelText(indicator: Indicator, level: number, unitKind: UnitKind): string {
  const found = indicator.levels.find((one) => one.level === level);
  return found?.perUnitKind?.[unitKind] ?? found?.text ?? '';
}
