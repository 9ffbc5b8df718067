import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';

import type { Pooled } from '../platform/database.ts';
import type { InspectFile } from '../platform/evidence/inspect.ts';
import type { EvidenceStore } from '../platform/evidence/store.ts';

/** What the steps stand on. `now` is the moment of the step: the story of the demo lies in the past. */
export interface Stage {
  readonly db: Pooled;
  readonly now: () => Date;
  readonly instrument: Instrument;
  readonly signingKeys: { readonly main: Uint8Array; readonly demo: Uint8Array };
  /** Where files lie, and who looks into them first. */
  readonly store: EvidenceStore;
  readonly inspect: InspectFile;
  /** What the server said it holds of an assessment, as the phones remember it. */
  readonly hashes: Map<AssessmentId, string>;
  /** The secret of the newest link for a document of an assessment, as whoever got it remembers. */
  readonly links: Map<AssessmentId, string>;
}
