import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key,
      email text not null unique check (email = lower(email) and email !~ '[[:space:]]'),
      name text not null,
      password_hash text,
      totp_secret text,
      totp_pending text,
      totp_confirmed_at timestamptz,
      totp_last_step bigint,
      demo boolean not null default false,
      disabled_at timestamptz,
      created_at timestamptz not null
    )`.execute(db);

  await sql`
    create table person_grant (
      person_id uuid not null references person (id),
      role text not null,
      scope_kind text not null check (scope_kind in ('national', 'province', 'government', 'unit')),
      scope_code text not null check ((scope_kind = 'national') = (scope_code = 'nasional')),
      granted_at timestamptz not null,
      primary key (person_id, role, scope_kind, scope_code)
    )`.execute(db);
  await sql`create index person_grant_scope on person_grant (scope_kind, scope_code)`.execute(db);

  await sql`
    create table recovery_code (
      person_id uuid not null references person (id),
      code_hash text not null,
      used_at timestamptz,
      primary key (person_id, code_hash)
    )`.execute(db);

  await sql`
    create table sign_in_link (
      token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
      person_id uuid not null references person (id),
      purpose text not null check (purpose in ('welcome', 'reset')),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`create index sign_in_link_person on sign_in_link (person_id)`.execute(db);

  await sql`
    create table device_session (
      id uuid primary key,
      person_id uuid not null references person (id),
      device_name text not null,
      generation integer not null check (generation >= 1),
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index device_session_person on device_session (person_id)`.execute(db);

  // Kept apart from people, so that an address without an account is treated no differently.
  await sql`
    create table sign_in_throttle (
      key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
      failures integer not null check (failures >= 1),
      last_failure_at timestamptz not null,
      blocked_until timestamptz
    )`.execute(db);
  await sql`create index sign_in_throttle_age on sign_in_throttle (last_failure_at)`.execute(db);
}
