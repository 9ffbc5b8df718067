import type { AssessmentId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, aTeam, aUnit } from './assessments.ts';
import type { Visited } from './browser.ts';
import { FIELD_PASSWORD } from './field-phone.ts';
import { aPerson, type Client, grant, signedIn, type TestPerson } from './people.ts';

/** A team of three with three units on one island. */
export interface FieldCrew {
  readonly people: Readonly<Record<'assessor' | 'helper' | 'other', TestPerson>>;
  /** The helper’s own device, without a screen. */
  readonly colleague: Client;
  readonly units: readonly [CrewUnit, CrewUnit, CrewUnit];
}

interface CrewUnit {
  readonly id: AssessmentId;
  readonly name: string;
}

export async function aFieldCrew({ site }: Visited): Promise<FieldCrew> {
  const { db } = site;
  const person = async (name: string, role: 'assessor' | 'enumerator'): Promise<TestPerson> =>
    await aPerson(db, { name, grants: [grant(role, '53')], password: FIELD_PASSWORD });
  const people = {
    assessor: await person('Ani Asesor', 'assessor'),
    helper: await person('Budi Enumerator', 'enumerator'),
    other: await person('Citra Enumerator', 'enumerator'),
  };
  const periodId = await aPeriod(db);
  const teamId = await aTeam(db, {
    periodId,
    members: [
      { personId: people.assessor.id, role: 'assessor' },
      { personId: people.helper.id, role: 'enumerator' },
      { personId: people.other.id, role: 'enumerator' },
    ],
  });
  const unit = async (name: string): Promise<CrewUnit> => {
    const { id } = await anAssessment(db, { periodId, teamId, unit: await aUnit(db, { name }) });
    return { id, name };
  };
  const units = [
    await unit('Puskesmas Pulau Satu'),
    await unit('Puskesmas Pulau Dua'),
    await unit('Puskesmas Pulau Tiga'),
  ] as const;
  return { people, colleague: await signedIn(site, people.helper), units };
}
