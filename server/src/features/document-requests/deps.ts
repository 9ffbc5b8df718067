import type { ApiDeps } from '@patuh/server/platform/access';
import type { InspectFile } from '@patuh/server/platform/evidence/inspect';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';

export interface RequestDeps extends Pick<ApiDeps, 'db' | 'now'> {
  readonly store: EvidenceStore;
  readonly inspect: InspectFile;
  /** Signs the addresses of files. */
  readonly addressKey: Buffer;
}

/** Where links lead: scheme and host, without a slash at the end. */
export interface LinkDeps extends RequestDeps {
  readonly origin: string;
}
