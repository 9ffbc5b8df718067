import { randomBytes, randomUUID } from 'node:crypto';

import { PersonId } from '@patuh/shared/domain/ids';

import { aDevice } from '../../../support/changes.ts';
import { TEST_CUSTODY } from '../../../support/custody.ts';
import { aFieldFile, lockedFor } from '../../../support/field-files.ts';
import { always, everyRole, everywhere, type Row } from '../../../support/matrix.ts';
import { AssessmentId } from '@patuh/shared/domain/ids';

/** Whoever brings it: the file of the assessor of that land. Nobody entered the one that is missing. */
const carried = {
  ...always('ok'),
  missing: 'field-file-unreadable',
} as const;

export const rows: readonly Row[] = [
  {
    route: 'GET /api/field-keys',
    to: (_world, side) => (side === 'own' ? { path: '/api/field-keys' } : undefined),
    outcome: { assessor: everywhere(), enumerator: everywhere() },
  },
  {
    route: 'POST /api/field-keys/custody',
    perCaller: true,
    to: ({ lands }, side, { person }) => {
      const strange = side === 'missing' ? PersonId.parse(randomUUID()) : lands[side].people['unit-contact'].id;
      // The people of the own land are the callers; only what they locked themselves is theirs.
      const owner = side === 'own' && person !== undefined ? person.id : strange;
      return { path: '/api/field-keys/custody', body: lockedFor(TEST_CUSTODY, owner, randomBytes(32)) };
    },
    outcome: everyRole({ ...always('custody-unknown'), own: 'ok' }),
  },
  {
    route: 'POST /api/field-files',
    to: ({ lands }, side) => {
      const nobody = { id: PersonId.parse(randomUUID()), name: 'Tidak ada' };
      const author = side === 'missing' ? nobody : lands[side].people.assessor;
      const change = aDevice().level(AssessmentId.parse(randomUUID()), { indicatorId: 'persyaratan' }, 1);
      return { path: '/api/field-files', body: aFieldFile({ author, changes: [change] }) };
    },
    outcome: {
      assessor: carried,
      enumerator: carried,
      verifier: carried,
      head: carried,
      'national-admin': carried,
    },
  },
];
