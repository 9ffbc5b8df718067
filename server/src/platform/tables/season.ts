import type { ColumnType } from 'kysely';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import type { PeriodKind, Phase } from '@patuh/shared/domain/period';
import type { Payload } from '@patuh/shared/publication/payload';
import type { Generated } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What is assessed in which year, and by whom. */
export interface SeasonTables {
  readonly unit: UnitTable;
  readonly period: PeriodTable;
  readonly team: TeamTable;
  readonly team_member: TeamMemberTable;
  readonly period_unit: PeriodUnitTable;
  readonly period_plan: PeriodPlanTable;
  readonly period_phase: PeriodPhaseTable;
  readonly former_team: FormerTeamTable;
  readonly plan_warning_answer: PlanWarningAnswerTable;
  readonly unit_event: UnitEventTable;
  readonly lot: LotTable;
}

export interface UnitTable {
  readonly id: Fixed<UnitId>;
  readonly government_code: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string | null;
  /** Millionths of a degree, both or neither. */
  readonly latitude: ColumnType<number | null, number | null | undefined>;
  readonly longitude: ColumnType<number | null, number | null | undefined>;
  readonly created_at: Moment;
  readonly closed_at: Moment | null;
}

export interface PeriodTable {
  readonly id: Fixed<PeriodId>;
  readonly chain: Fixed<Payload['chain']>;
  readonly year: Fixed<number>;
  readonly name: string;
  readonly instrument_id: Fixed<string>;
  readonly instrument_version: Fixed<number>;
  readonly score_before_submission: Generated<boolean>;
  readonly clarification_until: Moment | null;
  readonly created_at: Moment;
  readonly kind: ColumnType<PeriodKind, PeriodKind | undefined, never>;
  /** The season of which a comparison assesses some units again. */
  readonly compares: ColumnType<PeriodId | null, PeriodId | null | undefined, never>;
  /** From when on phones see it; null while it is being planned. */
  readonly opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readonly second_visit_percent: Generated<number>;
  readonly sample_percent: Generated<number>;
  /** In hundredths of a point: so near to a lower bound of a band, a unit is looked at whole. */
  readonly edge_points: Generated<number>;
  /** Days a verifier has from handing in on. */
  readonly review_days: Generated<number>;
  /** Chance for what is drawn by lot in its units; never leaves the server. */
  readonly review_seed: ColumnType<string, string | undefined, never>;
  /** Of what whoever changes settings, opening or days of everybody saw. */
  readonly version: Generated<number>;
  /** The office that holds this trial for itself; null for what is held for everybody. */
  readonly province_code: ColumnType<ProvinceCode | null, ProvinceCode | null | undefined, never>;
}

export interface TeamTable {
  readonly id: Fixed<TeamId>;
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  readonly name: string;
}

export interface TeamMemberTable {
  readonly team_id: TeamId;
  readonly person_id: PersonId;
  readonly role: 'assessor' | 'enumerator';
  /** Since when no more; what such a person still brings from the time before is taken. */
  readonly left_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface PeriodUnitTable {
  readonly period_id: Fixed<PeriodId>;
  readonly unit_id: Fixed<UnitId>;
  /** Null until a team has it; an assessment exists from then on. */
  readonly team_id: TeamId | null;
  readonly first_time: boolean;
  readonly added_at: ColumnType<Date, Date | undefined, never>;
}

/** Plan of one province for one period: raised by whoever changes it, so that two who plan at once notice each other. */
export interface PeriodPlanTable {
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  readonly version: Generated<number>;
  readonly changed_by: PersonId | null;
  readonly changed_at: Moment | null;
}

/** Days of a phase of a period; of the province where it has days of its own, else of everybody. */
export interface PeriodPhaseTable {
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode | null>;
  readonly phase: Fixed<Phase>;
  /** Day as `2026-05-04`. */
  readonly starts_on: string;
  readonly ends_on: string;
}

/** A team that had the unit before: what its members did while they had it is taken whenever it comes. */
export interface FormerTeamTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly team_id: Fixed<TeamId>;
  readonly ended_at: Moment;
}

/** Why something that looks wrong in a plan is right; stands for as long as the plan is so. */
export interface PlanWarningAnswerTable {
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  /** What it is about: its kind and the ids of team, unit and person. */
  readonly warning: Fixed<string>;
  readonly reason: string;
  readonly person_id: PersonId;
  readonly at: Moment;
}

/** What happened to a permanent unit, oldest first its whole life. */
export interface UnitEventTable {
  readonly id: Fixed<string>;
  readonly unit_id: Fixed<UnitId>;
  readonly kind: Fixed<'registered' | 'renamed' | 'moved' | 'split' | 'closed' | 'reopened'>;
  /** The other unit of a split. */
  readonly other_unit_id: Fixed<UnitId | null>;
  readonly before: ColumnType<unknown, string | null, never>;
  readonly after: ColumnType<unknown, string | null, never>;
  readonly reason: Fixed<string | null>;
  readonly person_id: Fixed<PersonId | null>;
  readonly at: Moment;
}

/** No update type: a lot is drawn once, and what comes into the plan later has a later one. */
export interface LotTable {
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  readonly number: Fixed<number>;
  readonly seed: Fixed<string>;
  readonly rule: Fixed<string>;
  readonly percent: Fixed<number>;
  readonly candidates: Fixed<UnitId[]>;
  /** In the order of the lot. */
  readonly drawn: Fixed<UnitId[]>;
  readonly drawn_by: Fixed<PersonId>;
  readonly drawn_at: ColumnType<Date, Date, never>;
}
