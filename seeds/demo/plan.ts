import type { NotAssessedReason, SubjectId } from '@patuh/shared/domain/assessment';

import { Change, type FieldValue } from '@patuh/shared/domain/change';
import { type AssessmentId, ChangeId, type PeriodId } from '@patuh/shared/domain/ids';
import type { IndicatorId, Instrument } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';

import { uuidAt } from './chance.ts';
import { type Draft, draftsOf, secondVisitDrafts } from './course.ts';
import { type OfficeStep, officeSteps } from './office.ts';
import { DEMO_PEOPLE, type DemoPersonKey } from './people.ts';
import { type DemoSeason, SECOND_TEAM } from './seasons.ts';
import type { UnitStory } from './story.ts';

/** One thing that somebody did. What the platform then makes of it is the platform's business. */
export type DemoStep = OfficeStep | FieldStep;

export type FieldStep = { readonly at: Date; readonly by: DemoPersonKey } & (
  | { readonly kind: 'push'; readonly changes: readonly Change[] }
  | { readonly kind: 'submit'; readonly assessmentId: AssessmentId }
  | {
      readonly kind: 'not-assessed';
      readonly assessmentId: AssessmentId;
      readonly reason: NotAssessedReason;
      readonly note: string;
    }
  | { readonly kind: 'return'; readonly assessmentId: AssessmentId; readonly points: readonly PointGiven[] }
  /** Settles what was answered and accepts every section. */
  | { readonly kind: 'accept'; readonly assessmentId: AssessmentId }
  | {
      readonly kind: 'publish';
      readonly periodId: PeriodId;
      readonly approvedBy: DemoPersonKey;
      readonly decree: { readonly number: string; readonly date: string };
    }
);

export interface PointGiven {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
  readonly reason: string;
}

/** Everything that was done in the seasons, in the order of time. Every device numbers its changes from 1. */
export function demoSteps(instrument: Instrument, seasons: readonly DemoSeason[]): readonly DemoStep[] {
  const devices = new Devices();
  const running = seasons.at(-1);
  return [
    ...seasons
      .flatMap((season) => draftsOf(season, instrument))
      .toSorted(byTime)
      .map((draft) => stepOf(draft, devices)),
    ...(running === undefined ? [] : officeSteps(running)),
  ].toSorted(byTime);
}

/** What the second team does in the units that a lot gave to it: each with the place that its answers have. */
export function secondVisitSteps(
  instrument: Instrument,
  season: DemoSeason,
  drawn: readonly { readonly story: UnitStory; readonly assessmentId: AssessmentId; readonly day: Date }[],
): readonly FieldStep[] {
  const devices = new Devices();
  return drawn
    .flatMap(({ story, ...visit }) => secondVisitDrafts({ season, instrument, story }, { ...visit, team: SECOND_TEAM }))
    .toSorted(byTime)
    .map((draft) => stepOf(draft, devices));
}

function byTime(one: { readonly at: Date }, other: { readonly at: Date }): number {
  return one.at.getTime() - other.at.getTime();
}

function stepOf(draft: Draft, devices: Devices): FieldStep {
  if (draft.kind !== 'push') return draft;
  const { entered, assessmentId, unseen, ...step } = draft;
  const changes = entered.map(({ value: { indicatorId, subjectId, entry }, madeAt }) =>
    devices.change(step.by, { assessmentId, indicatorId, subjectId, entry, madeAt, unseen: unseen === true }),
  );
  return { ...step, changes };
}

interface Edit {
  readonly assessmentId: AssessmentId;
  readonly indicatorId: IndicatorId | null;
  readonly subjectId: SubjectId;
  readonly entry: FieldValue;
  readonly madeAt: Date;
  /** The device had not seen what others entered there. */
  readonly unseen: boolean;
}

/** Counts what each device did, and knows which change was on its screen. */
class Devices {
  readonly #counts = new Map<DemoPersonKey, number>();
  readonly #newest = new Map<string, ChangeId>();

  change(by: DemoPersonKey, { assessmentId, indicatorId, subjectId, entry, madeAt, unseen }: Edit): Change {
    const place = `${assessmentId} ${cellKey({ indicatorId, subjectId, field: entry.field })}`;
    const seq = (this.#counts.get(by) ?? 0) + 1;
    const id = ChangeId.parse(uuidAt(`${by} ${seq} ${place}`, madeAt));
    const before = this.#newest.get(place);
    this.#counts.set(by, seq);
    this.#newest.set(place, id);
    return Change.parse({
      id,
      assessmentId,
      indicatorId,
      subjectId,
      entry,
      base: before === undefined || unseen ? [] : [before],
      seq,
      madeAt: madeAt.toISOString(),
      deviceId: DEMO_PEOPLE[by].device,
    });
  }
}
