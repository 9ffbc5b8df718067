import type { ColumnType } from 'kysely';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
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
}

export interface PeriodUnitTable {
  readonly period_id: Fixed<PeriodId>;
  readonly unit_id: Fixed<UnitId>;
  readonly team_id: TeamId;
  readonly first_time: boolean;
}
