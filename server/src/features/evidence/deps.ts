import type { ApiDeps } from '@patuh/server/platform/access';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';
import type { Thumbnails } from '@patuh/server/platform/evidence/thumbnails';

export interface EvidenceDeps extends ApiDeps {
  readonly store: Pick<EvidenceStore, 'open'>;
  readonly thumbnails: Thumbnails;
  /** Signs the addresses of files. */
  readonly addressKey: Buffer;
}
