import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import { explainAll, pulled, pushAll } from './assessments.ts';
import { aDevice, aUserId } from './changes.ts';
import type { Client } from './people.ts';

const BANDS = ['17-25', '26-35', '36-45', '46-55', '56+'] as const;
const USERS = 30;

/**
 * What nobody shows on a screen: the rest of a unit from a colleague’s own device, users among it, and a sentence to everything
 * that a verifier would ask. `level` gets the highest level there is and how many were answered before.
 */
export async function fillTheRest(
  client: Pick<Client, 'post'>,
  id: AssessmentId,
  instrument: Instrument,
  level: (maximum: number, answered: number) => number = () => 2,
): Promise<void> {
  const device = aDevice();
  const users = Array.from({ length: USERS }, aUserId);
  await pushAll(
    client,
    users.map((subjectId) => device.change(id, { subjectId }, { field: 'presence', value: { state: 'present' } })),
  );
  const { cells, unit } = await pulled(client, id);
  const { subjects, questions } = questionnaireOf(instrument, unit.kind, cells);
  const profile = { gender: 'female', education: 'diploma', work: 'private' } as const;
  const named = new Set(
    cells.filter(({ current }) => current.entry.field === 'name').map(({ subjectId }) => subjectId as string),
  );
  await pushAll(client, [
    ...subjects
      .filter(({ kind }) => kind === 'user')
      .map((user, index) =>
        device.change(
          id,
          { subjectId: user.id },
          { field: 'profile', value: { ...profile, ageBand: BANDS[index % BANDS.length] ?? '56+' } },
        ),
      ),
    ...subjects
      .filter((subject) => subject.kind === 'product' && !named.has(subject.id))
      .map((product) => device.change(id, { subjectId: product.id }, { field: 'name', value: 'Rawat jalan' })),
    ...questions
      .filter(({ answer }) => answer === null)
      .map(({ indicator, subject }, answered) =>
        device.level(id, { indicatorId: indicator.id, subjectId: subject.id }, level(indicator.maximum, answered)),
      ),
  ]);
  await explainAll(client, id, instrument);
}
