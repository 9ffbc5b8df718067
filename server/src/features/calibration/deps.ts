import type { ApiDeps } from '@patuh/server/platform/access';
import type { InspectFile } from '@patuh/server/platform/evidence/inspect';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';

export interface CalibrationDeps extends Pick<ApiDeps, 'db' | 'now'> {
  readonly store: EvidenceStore;
  readonly inspect: InspectFile;
}
