import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { FileType } from '@patuh/shared/domain/evidence';
import type { WebCopy } from '@patuh/shared/contracts/evidence';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { ColumnType } from 'kysely';

export interface EvidenceTables {
  evidence_file: {
    sha256: string;
    type: FileType;
    size: number;
    width: number | null;
    height: number | null;
    look: string | null;
    /** Made of the look by the database, for looking up what is like it. */
    look_bands: ColumnType<number[] | null, never, never>;
    stored_at: Date;
    /** Since when its bytes are gone, or are to go; the number stays known. */
    purged_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  assessment_file: {
    assessment_id: AssessmentId;
    sha256: string;
    person_id: PersonId;
    received_at: Date;
    purged_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  upload: {
    id: string;
    assessment_id: AssessmentId;
    person_id: PersonId;
    sha256: string;
    type: FileType;
    size: number;
    created_at: Date;
  };
  web_copy: {
    assessment_id: AssessmentId;
    subject_id: SubjectId;
    url: string;
    state: WebCopy['state'];
    why: WebCopy['why'];
    attempts: number;
    next_at: Date | null;
    fetched_at: Date | null;
    final_url: string | null;
    status: number | null;
    title: string | null;
    sha256: string | null;
    size: number | null;
  };
}
