import type { ServedFile } from '@patuh/shared/contracts/evidence';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { addressOf } from './file-address.ts';

/** A file with addresses under which one person may fetch it as one of that assessment, until a moment. */
export function servedFile(
  key: Buffer,
  { sha256, type, size, width, height }: Omit<ServedFile, 'url' | 'thumbnailUrl' | 'until'>,
  { id, actor, until }: { readonly id: AssessmentId; readonly actor: Pick<Actor, 'personId'>; readonly until: Date },
): ServedFile {
  const address = { sha256, assessmentId: id, personId: actor.personId, until };
  return {
    sha256,
    type,
    size,
    width,
    height,
    url: addressOf(key, { ...address, variant: 'whole' }),
    thumbnailUrl: type === 'image/jpeg' ? addressOf(key, { ...address, variant: 'thumbnail' }) : null,
    until: until.toISOString(),
  };
}
