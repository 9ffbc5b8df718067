import * as z from 'zod/mini';

import { AssessmentState } from '../domain/assessment.ts';
import { GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { AssessmentId, PeriodId, PersonId } from '../domain/ids.ts';
import { WITH_YEAR } from '../domain/text.ts';
import { contract } from './contract.ts';

/** Who is to verify which unit, and by when. Others may verify it all the same; nobody what they collected. */

const Day = z.iso.date().check(z.regex(WITH_YEAR));
const PeriodParams = z.object({ periodId: PeriodId });

/** What is known of a duty on the screen, and in the database if nobody changed it since. */
export const SeenDuty = z.strictObject({ personId: PersonId, dueOn: z.nullable(Day) });
export type SeenDuty = z.infer<typeof SeenDuty>;

export const DutyUnit = z.object({
  assessmentId: AssessmentId,
  unitName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  team: z.string(),
  state: AssessmentState,
  submittedAt: z.nullable(z.iso.datetime()),
  duty: z.nullable(z.object({ ...SeenDuty.shape, name: z.string() })),
  /** Verifiers who collected here or are in the team. */
  barred: z.array(PersonId),
});
export type DutyUnit = z.infer<typeof DutyUnit>;

export const DutyTable = z.object({
  period: z.object({ id: PeriodId, name: z.string(), reviewDays: z.int() }),
  /** Of the province, with open accounts. */
  verifiers: z.array(z.object({ personId: PersonId, name: z.string() })),
  /** By government and name. */
  units: z.array(DutyUnit),
  mayAssign: z.boolean(),
});
export type DutyTable = z.infer<typeof DutyTable>;

export const getDuties = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/duties',
  summary: 'Who is to verify which unit of a province, and by when',
  who: ['verifier', 'head', 'national-admin'],
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  ok: DutyTable,
  problems: ['invalid-request', 'not-found'],
});

export const GiveDutiesInput = z.strictObject({
  province: ProvinceCode,
  duties: z
    .array(
      z.strictObject({
        assessmentId: AssessmentId,
        /** What stood on the screen; another duty meanwhile is `changed-meanwhile`, and nothing is changed. */
        seen: z.nullable(SeenDuty),
        /** Null: nobody has it any more. */
        personId: z.nullable(PersonId),
        /** Another day than the period says; null for that one. Only for a unit that was handed in. */
        dueOn: z.nullable(Day),
      }),
    )
    .check(z.minLength(1), z.maxLength(1_000)),
});
export type GiveDutiesInput = z.infer<typeof GiveDutiesInput>;

export const giveDuties = contract({
  method: 'PUT',
  path: '/api/office/periods/:periodId/duties',
  summary: 'Gives units to verifiers, takes them away, or changes their last day; all or none',
  who: ['head'],
  params: PeriodParams,
  body: GiveDutiesInput,
  bodyLimit: 512 * 1024,
  ok: DutyTable,
  problems: [
    'invalid-request',
    'not-found',
    'changed-meanwhile',
    'person-not-verifier',
    'collected-there',
    'assessment-not-submitted',
  ],
});
