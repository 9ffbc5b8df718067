import type { RetentionKind } from '@patuh/shared/domain/retention';

/**
 * Every column that can hold a word, by table: whether it says something about a person, and under which kind it is purged.
 * A test compares this with the database, so that a new column demands a decision.
 *
 * The default, for columns that hold no text: ids, figures, moments and switches say something about a person only
 * together with the name of an account, which goes with `accounts`. A subject of an interview is an id by chance.
 */
interface Columns {
  /** Words of the code, codes, ids and hashes, names of things. */
  readonly plain?: string;
  readonly personal?: Readonly<Record<string, RetentionKind>>;
  /** Says something that somebody wrote, and stays, with the reason. */
  readonly stays?: Readonly<Record<string, string>>;
}

export const COLUMNS: Readonly<Record<string, Columns>> = {
  // Under which kind a value is stands in `retentionOf`, by its field and subject.
  answer: { plain: 'indicator_id subject_id field', personal: { value: 'words' } },
  answer_change: { plain: 'indicator_id subject_id field placement', personal: { value: 'words' } },
  assessment: {
    plain: 'state not_assessed_reason',
    personal: { not_assessed_note: 'words', not_assessed_source: 'words' },
  },
  assessment_file: { plain: 'sha256' },
  audit_event: {
    plain: 'office actor_kind actor action subject_kind subject_id before_hash after_hash detail previous hash',
  },
  audit_head: { plain: 'office hash' },
  calibration_case: { plain: 'indicator_id', personal: { situation: 'words', reason: 'words', photo: 'evidence' } },
  device_cursor: { personal: { name: 'devices' } },
  device_session: { personal: { device_name: 'devices' } },
  document_delivery: { plain: 'sha256 type', personal: { name: 'evidence' } },
  document_request: {
    plain: 'indicator_id subject_id token_hash state',
    personal: { wanted: 'words', reason: 'words' },
  },
  evidence_file: { plain: 'sha256 type', personal: { look: 'evidence' } },
  government: { plain: 'code name kind bps_code' },
  instrument: { plain: 'id content_hash content status' },
  interview_print: { plain: 'subject_id', personal: { print: 'respondents' } },
  late_change: { plain: 'decision', personal: { reason: 'words' } },
  lot: { plain: 'seed rule' },
  maintenance: { plain: 'kind' },
  period: { plain: 'chain name instrument_id kind review_seed' },
  period_phase: { plain: 'phase' },
  person: {
    personal: {
      email: 'accounts',
      name: 'accounts',
      password_hash: 'accounts',
      totp_secret: 'accounts',
      totp_pending: 'accounts',
      home_government: 'accounts',
    },
  },
  person_grant: { personal: { role: 'accounts', scope_kind: 'accounts', scope_code: 'accounts' } },
  photo_clearance: { plain: 'sha256', personal: { areas: 'evidence' } },
  place_acceptance: { plain: 'indicator_id subject_id value_hash' },
  plan_warning_answer: { plain: 'warning', personal: { reason: 'words' } },
  province: { plain: 'name time_zone' },
  publication: {
    plain: 'id chain scope_kind scope_code publication_kind title hash previous replaces key_id bytes',
  },
  purge: { plain: 'kind digest' },
  quality_seen: { personal: { remark: 'words' } },
  quarantined_change: { plain: 'reason', personal: { content: 'unplaced' } },
  quarantined_entry: { plain: 'hash reason', personal: { sealed: 'unplaced', office_lock: 'unplaced' } },
  recovery_code: { personal: { code_hash: 'accounts' } },
  release: {
    plain: 'state decree_number replaces content content_hash publication_id',
    stays: { reason: 'Why a result was corrected is part of the public file.' },
  },
  retention: { plain: 'kind' },
  returned_point: { plain: 'indicator_id subject_id state', personal: { reason: 'words' } },
  review_plan: { plain: 'rule seed answers_hash places' },
  schema_migration: { plain: 'name' },
  section_acceptance: { plain: 'section_id answers_hash' },
  sign_in_link: { plain: 'purpose', personal: { token_hash: 'devices' } },
  // Swept after a day, whatever the schedule.
  sign_in_throttle: { plain: 'key_hash' },
  signing_key_change: { plain: 'chain key_id previous_key_id after signature' },
  team: { plain: 'name' },
  team_member: { plain: 'role' },
  unit: { plain: 'government_code kind name address' },
  unit_event: {
    plain: 'kind before after',
    stays: {
      reason: 'Why a unit was renamed, moved, split or closed belongs to the unit, which lasts; nobody is named.',
    },
  },
  unit_levels: { plain: 'levels' },
  unit_score: { plain: 'merged answers_hash instrument_id instrument_hash rules' },
  upload: { plain: 'sha256 type' },
  verifier_exception: { personal: { reason: 'words' } },
  web_copy: {
    plain: 'subject_id state why sha256',
    personal: { url: 'evidence', final_url: 'evidence', title: 'evidence' },
  },
};
