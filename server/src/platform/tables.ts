import type { AssessmentTables } from './tables/assessment.ts';
import type { AuditTables } from './tables/audit.ts';
import type { ClearanceTables } from './tables/clearance.ts';
import type { DocumentRequestTables } from './tables/document-requests.ts';
import type { EvidenceTables } from './tables/evidence.ts';
import type { KeepingTables } from './tables/keeping.ts';
import type { PeopleTables } from './tables/people.ts';
import type { QualityTables } from './tables/quality.ts';
import type { ReferenceTables } from './tables/reference.ts';
import type { ReleaseTables } from './tables/release.ts';
import type { RetentionTables } from './tables/retention.ts';
import type { ReviewTables } from './tables/review.ts';
import type { SeasonTables } from './tables/season.ts';
import type { SummaryTables } from './tables/summary.ts';
import type { VerificationTables } from './tables/verification.ts';

/**
 * The tables as Kysely sees them, a file for each area of docs/data-model.md. What each column means stands there; a test
 * compares both.
 */
export interface Database
  extends
    ReferenceTables,
    AuditTables,
    PeopleTables,
    SeasonTables,
    AssessmentTables,
    SummaryTables,
    EvidenceTables,
    ClearanceTables,
    VerificationTables,
    ReviewTables,
    DocumentRequestTables,
    QualityTables,
    ReleaseTables,
    RetentionTables,
    KeepingTables {}
