import type { Role, Scope } from '@patuh/shared/domain/actor';
import type { PersonId, SessionId } from '@patuh/shared/domain/ids';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { ColumnType, Generated } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** Who works here, and how they prove it. */
export interface PeopleTables {
  readonly person: PersonTable;
  readonly person_grant: PersonGrantTable;
  readonly recovery_code: RecoveryCodeTable;
  readonly sign_in_link: SignInLinkTable;
  readonly device_session: DeviceSessionTable;
  readonly sign_in_throttle: SignInThrottleTable;
}

export interface PersonTable {
  readonly id: Fixed<PersonId>;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly totp_pending: string | null;
  readonly totp_confirmed_at: Moment | null;
  readonly totp_last_step: number | null;
  readonly demo: Generated<boolean>;
  readonly disabled_at: Moment | null;
  readonly created_at: Moment;
  /** Since when nobody knows any more whose it was. */
  readonly forgotten_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Where the person comes from: nobody should assess there. */
  readonly home_government: ColumnType<GovernmentCode | null, GovernmentCode | null | undefined, GovernmentCode | null>;
}

export interface PersonGrantTable {
  readonly person_id: PersonId;
  readonly role: Role;
  readonly scope_kind: Scope['kind'];
  /** Code of the province or government, id of the unit, or `nasional`. */
  readonly scope_code: string;
  readonly granted_at: Moment;
}

export interface RecoveryCodeTable {
  readonly person_id: PersonId;
  readonly code_hash: string;
  readonly used_at: Moment | null;
}

export interface SignInLinkTable {
  readonly token_hash: string;
  readonly person_id: PersonId;
  readonly purpose: 'welcome' | 'reset';
  readonly created_at: Moment;
  readonly expires_at: Moment;
  readonly used_at: Moment | null;
}

export interface DeviceSessionTable {
  readonly id: Fixed<SessionId>;
  readonly person_id: Fixed<PersonId>;
  readonly device_name: string;
  readonly generation: number;
  readonly created_at: Moment;
  readonly last_seen_at: Moment;
  readonly expires_at: Moment;
  readonly revoked_at: Moment | null;
}

export interface SignInThrottleTable {
  readonly key_hash: string;
  readonly failures: number;
  readonly last_failure_at: Moment;
  readonly blocked_until: Moment | null;
}
