import type { UserProfile } from '@patuh/shared/domain/assessment';

import type { Chance } from './chance.ts';

/** A user as groups: never more than the form asks. */
export function profileFrom(chance: Chance): UserProfile {
  const ageBand = chance.pick(['17-25', '26-35', '26-35', '36-45', '36-45', '46-55', '56+']);
  return {
    gender: chance.pick(['female', 'female', 'male']),
    ageBand,
    education: chance.pick([
      'primary',
      'lower-secondary',
      'upper-secondary',
      'upper-secondary',
      'diploma',
      'bachelor',
      'none',
    ]),
    work:
      ageBand === '17-25'
        ? chance.pick(['student', 'private', 'homemaker'])
        : chance.pick(['farmer-fisher', 'self-employed', 'homemaker', 'private', 'civil-servant', 'other']),
  };
}
