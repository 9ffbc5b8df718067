import * as z from 'zod/mini';

import { Grant } from '../domain/actor.ts';
import { AssessmentState } from '../domain/assessment.ts';
import { GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { AssessmentId, PeriodId, PersonId, TeamId } from '../domain/ids.ts';
import { WITH_YEAR } from '../domain/text.ts';
import { contract } from './contract.ts';
import { FieldDevice } from './people.ts';

/** Somebody leaves in mid-season: what they hold in a province goes to others in one step, and nothing of it is lost. */

const ADMINS = ['national-admin', 'head'] as const;
const Day = z.iso.date().check(z.regex(WITH_YEAR));
const PersonParams = z.object({ personId: PersonId });
const Named = z.object({ personId: PersonId, name: z.string() });
const Place = z.object({ code: GovernmentCode, name: z.string() });

export const HeldTeam = z.object({
  teamId: TeamId,
  name: z.string(),
  role: z.enum(['assessor', 'enumerator']),
  period: z.object({ id: PeriodId, name: z.string() }),
  /** Version of the plan of the province in that period, which changes with the team. */
  plan: z.int(),
  units: z.array(z.object({ unitName: z.string(), government: Place, state: AssessmentState })),
  /** Who else is in it now. */
  colleagues: z.array(z.object({ ...Named.shape, role: z.enum(['assessor', 'enumerator']) })),
  /** Who could take the place; `atHome`: comes from a government that the team visits. */
  successors: z.array(z.object({ ...Named.shape, atHome: z.boolean() })),
  /** Somebody of it can still hand in, or it has nothing to hand in: nobody needs to take the place. */
  goesOnWithout: z.boolean(),
});
export type HeldTeam = z.infer<typeof HeldTeam>;

/** A unit that the person is to verify, or in which they gave points back that are not settled. */
export const HeldUnit = z.object({
  assessmentId: AssessmentId,
  unitName: z.string(),
  government: Place,
  periodName: z.string(),
  state: AssessmentState,
  dueOn: z.nullable(z.string()),
  /** Points given back by the person that nobody settled yet. */
  points: z.int(),
  /** Verifiers who did not collect there and are not in the team. */
  successors: z.array(PersonId),
});
export type HeldUnit = z.infer<typeof HeldUnit>;

export const Handover = z.object({
  person: Named,
  /** Today in the province. */
  today: z.string(),
  teams: z.array(HeldTeam),
  units: z.array(HeldUnit),
  verifiers: z.array(Named),
  fieldDevices: z.array(FieldDevice),
  /** Of the province. */
  grants: z.array(Grant),
  /** The caller may sign the person out and close the account: nothing of it reaches beyond what is theirs to decide. */
  mayClose: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;

export const getHandover = contract({
  method: 'GET',
  path: '/api/people/:personId/handover',
  summary: 'What somebody holds in a province and who could take it over',
  who: ADMINS,
  params: PersonParams,
  query: z.object({ province: ProvinceCode }),
  ok: Handover,
  problems: ['invalid-request', 'not-found'],
});

export const HandOverInput = z.strictObject({
  province: ProvinceCode,
  /** Their last day, not in the future: what they hold goes on with the others from now. */
  lastDay: Day,
  /** Every team they hold; null where nobody takes the place. */
  teams: z
    .array(z.strictObject({ teamId: TeamId, plan: z.int().check(z.minimum(0)), to: z.nullable(PersonId) }))
    .check(z.maxLength(100)),
  /** Every unit they hold as verifier; null only where nobody can have it. */
  units: z.array(z.strictObject({ assessmentId: AssessmentId, to: z.nullable(PersonId) })).check(z.maxLength(2_000)),
  /** Grants of the province that end. */
  taken: z.array(Grant).check(z.maxLength(20)),
  signOut: z.boolean(),
  /** Closing signs out too. */
  close: z.boolean(),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

/** What was done, for the paper that both keep. */
export const HandedOver = z.object({
  person: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  lastDay: z.string(),
  teams: z.array(z.object({ name: z.string(), periodName: z.string(), units: z.int(), to: z.nullable(z.string()) })),
  units: z.array(z.object({ unitName: z.string(), governmentName: z.string(), to: z.nullable(z.string()) })),
  taken: z.array(Grant),
  signedOut: z.boolean(),
  closed: z.boolean(),
  /** What their devices may still hold. */
  fieldDevices: z.array(FieldDevice),
});
export type HandedOver = z.infer<typeof HandedOver>;

export const handOver = contract({
  method: 'POST',
  path: '/api/people/:personId/handover',
  summary: 'Hands over all that somebody holds in a province: all of it or nothing',
  who: ADMINS,
  params: PersonParams,
  body: HandOverInput,
  bodyLimit: 512 * 1024,
  ok: HandedOver,
  problems: [
    'invalid-request',
    'not-found',
    'not-on-oneself',
    'grant-not-permitted',
    'changed-meanwhile',
    'successor-not-possible',
    'second-team-not-blind',
  ],
});
