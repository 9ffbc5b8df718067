import type { Edit } from '@patuh/shared/domain/change';
import { DeviceId, FieldFileId } from '@patuh/shared/domain/ids';

import type { CarriedFile } from '../../../web/src/platform/field-store/field-store.ts';
import { personId, uuid } from './examples.ts';

/** A file that person `author` handed over, opened: their edits, numbered from 1. */
export function aCarriedFile(author: number, edits: readonly Edit[]): CarriedFile {
  const by = { personId: personId(author), name: personId(author) };
  return {
    file: {
      format: 'patuh-field-file/1',
      id: FieldFileId.parse(uuid(900 + author)),
      madeAt: '2026-11-22T05:00:00.000Z',
      from: by,
      locks: { office: { keyId: 'a'.repeat(64), wrapped: 'AAAA' }, teams: [] },
      entries: edits.map((_, i) => ({ deviceId: DeviceId.parse(uuid(950 + author)), seq: i + 1, sealed: 'AAAA' })),
    },
    opened: edits.map((edit) => ({ author: by, edit })),
    deliveredAt: null,
  };
}
