import * as z from 'zod/mini';

import { NUMBERED_KINDS } from '../domain/answer.ts';
import { SubjectId } from '../domain/assessment.ts';
import { WARNING_KINDS } from '../domain/explanation.ts';
import { IndicatorId } from '../domain/instrument.ts';

/** What a verifier would object to, in a form that phone, office and problems share; `shared/checks` finds it. */
export const Finding = z.object({
  /**
   * `blocks` keeps a unit from being handed in; `warns` does so until somebody of the team has said a sentence to it, which
   * the verifier reads; `remark` is shown to both sides.
   */
  weight: z.enum(['blocks', 'warns', 'remark']),
  kind: z.enum([
    'missing-answer',
    'missing-profile',
    'missing-product-name',
    'conflict-open',
    'too-few-users',
    'fewer-users-than-target',
    'few-users-without-reason',
    'too-few-subjects',
    'same-person-unknown',
    'returned-point-open',
    ...WARNING_KINDS,
  ]),
  indicatorId: z.nullable(IndicatorId),
  subjectId: z.nullable(SubjectId),
  /** Of whom there are too few, or who answered alike; null where a single subject or place is meant. */
  subjectKind: z.nullable(z.enum(NUMBERED_KINDS)),
  /**
   * Numbers the sentence needs: how many there are and how many there should be; of alike answers, how many of all;
   * of a fast interview, its seconds and the least that reading the questions aloud takes; of a place, metres.
   */
  count: z.nullable(z.object({ found: z.int(), needed: z.int() })),
  /** For a contradiction: the other indicator. */
  otherIndicatorId: z.nullable(IndicatorId),
  /** What kind of evidence is missing. */
  evidenceKind: z.nullable(z.enum(['photo', 'document', 'web-address'])),
});
export type Finding = z.infer<typeof Finding>;
