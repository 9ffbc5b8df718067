import type { ChangeId, FieldFileId, PersonId } from '@patuh/shared/domain/ids';

import type { CopyOwner, CopyRow } from './copy-rows.ts';
import type { CarriedCopy } from './second-copy.ts';

/** What the page asks of the worker that writes the second copy. */
export type CopyCall =
  | { readonly kind: 'begin'; readonly owner: CopyOwner; readonly known: readonly ChangeId[] }
  | { readonly kind: 'append'; readonly person: PersonId; readonly rows: readonly CopyRow[] }
  | { readonly kind: 'drop'; readonly person: PersonId; readonly ids: readonly ChangeId[] }
  | { readonly kind: 'carried'; readonly person: PersonId }
  | { readonly kind: 'carry'; readonly person: PersonId; readonly copy: CarriedCopy }
  | { readonly kind: 'leave'; readonly person: PersonId; readonly file: FieldFileId };

/** `error` is the name of what went wrong. */
export type CopyReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
