import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Quality } from '@patuh/shared/contracts/quality';
import type { Change, FieldValue } from '@patuh/shared/domain/change';
import type { ChangeId, PeriodId, TeamId } from '@patuh/shared/domain/ids';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { anAssessment, aPeriod, aTeam, aUnit, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, aUserId } from '../../support/changes.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { medianSeconds, tallyAnswers, tallyInterviews } from './direct-figures.ts';

const INDICATORS = indicatorsOf(instrumentOf(2023).tree);
const HIGHEST = new Map(INDICATORS.map(({ id, maximum }) => [id, maximum]));
const ASKED_OF_USERS = INDICATORS.filter(({ subject }) => subject === 'user').slice(0, 2);
const OF_THE_UNIT = INDICATORS.filter(({ subject }) => subject === 'unit').slice(0, 2);
const USERS = [aUserId(), aUserId(), aUserId()];

let site: Site;
let head: Client;
let phones: readonly Client[];
let periodId: PeriodId;
let teamId: TeamId;
beforeAll(async () => {
  site = await aSite({ history: false });
  const people = [];
  for (const name of ['Ani', 'Budi']) {
    people.push(await aPerson(site.db, { name, grants: [grant('assessor', '53')] }));
  }
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  phones = await Promise.all(people.map(async (person) => await signedIn(site, person)));
  periodId = await aPeriod(site.db);
  await aUnit(site.db);
  const members = people.map(({ id }) => ({ personId: id, role: 'assessor' as const }));
  teamId = await aTeam(site.db, { periodId, members });
});
afterAll(async () => await site.close());

const PROFILE = { gender: 'female', ageBand: '26-35', education: 'upper-secondary', work: 'farmer-fisher' } as const;

/** Something that one of two people enters about one of two units, so many seconds after what they entered last. */
const Step = fc.record({
  phone: fc.nat(1),
  unit: fc.nat(1),
  /** Built upon what was entered there last, by whomever. */
  changes: fc.boolean(),
  milliseconds: fc.oneof({ weight: 5, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.nat(1_000_000) }),
  entry: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        what: fc.constant('answer' as const),
        user: fc.nat(2),
        asked: fc.nat(1),
        level: fc.nat(1),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('answer' as const),
        user: fc.constant(null),
        asked: fc.nat(1),
        level: fc.nat(1),
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('profile' as const), user: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('paper' as const), user: fc.nat(2), value: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('state' as const),
        user: fc.nat(2),
        state: fc.constantFrom('present' as const, 'absent' as const, 'withdrawn' as const),
      }),
    },
  ),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

function entryOf({ entry }: Step): {
  readonly indicatorId?: string;
  readonly subjectId: string;
  readonly entry: FieldValue;
} {
  const subjectId = entry.user === null ? 'unit' : USERS[entry.user]!;
  switch (entry.what) {
    case 'answer': {
      const { id, maximum } = (entry.user === null ? OF_THE_UNIT : ASKED_OF_USERS)[entry.asked]!;
      return {
        indicatorId: id,
        subjectId,
        entry: { field: 'answer', value: { kind: 'level', level: maximum - entry.level } },
      };
    }
    case 'profile':
      return { subjectId, entry: { field: 'profile', value: PROFILE } };
    case 'paper':
      return { subjectId, entry: { field: 'from-paper', value: entry.value } };
    case 'state':
      return { subjectId, entry: { field: 'presence', value: { state: entry.state } } };
  }
}

async function aUnitOfTheTeam(): Promise<TestAssessment> {
  return await anAssessment(site.db, { periodId, teamId });
}

/** As the office is told, in an order of its own. */
async function told() {
  const answer = await head.get(`/api/office/periods/${periodId}/quality?province=53`);
  expect(answer.status).toBe(200);
  const { collectors, indicators } = answer.body as Quality;
  return {
    people: collectors
      .map(({ personId, figures: { answers, units, medianSeconds: seconds, top, interviews, alike, copied } }) => [
        personId,
        { answers, units, medianSeconds: seconds, top, interviews, alike, copied },
      ])
      .toSorted(byId),
    indicators: indicators
      .filter(({ answers }) => answers > 0)
      .map(({ indicatorId, answers, top, medianSeconds: seconds }) => [
        indicatorId,
        { answers, top, medianSeconds: seconds },
      ])
      .toSorted(byId),
  };
}

/** The same, counted from all that is there. */
async function counted() {
  const work = { periodId, province: '53', highest: HIGHEST };
  const people = new Map<string, object>();
  const indicators = new Map<string, object>();
  const nothing = { answers: 0, units: 0, medianSeconds: null, top: 0, interviews: 0, alike: 0, copied: 0 };
  const add = (id: string, more: object): unknown => people.set(id, { ...nothing, ...people.get(id), ...more });
  for (const { personId, indicatorId, answers, units: own, top } of await tallyAnswers(site.db, work)) {
    if (personId !== null) add(personId, { answers, units: own, top });
    if (indicatorId !== null) indicators.set(indicatorId, { answers, top, medianSeconds: null });
  }
  for (const { personId, indicatorId, seconds } of await medianSeconds(site.db, work)) {
    if (personId !== null) add(personId, { medianSeconds: seconds });
    const known = indicators.get(indicatorId ?? '');
    if (known !== undefined) indicators.set(indicatorId ?? '', { ...known, medianSeconds: seconds });
  }
  for (const { personId, ...own } of await tallyInterviews(site.db, work)) add(personId, own);
  return { people: [...people].toSorted(byId), indicators: [...indicators].toSorted(byId) };
}

function byId(one: readonly unknown[], other: readonly unknown[]): number {
  return String(one[0]).localeCompare(String(other[0]));
}

describe('the figures that the office reads', () => {
  it('are what a count of everything gives, whatever was entered since they were read last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(Step, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 5 }),
        async (looks) => {
          const units = [await aUnitOfTheTeam(), await aUnitOfTheTeam()];
          const devices = [aDevice(), aDevice()];
          const clocks = [Date.parse('2024-06-03T01:00:00.000Z'), Date.parse('2024-06-03T01:00:00.000Z')];
          const last = new Map<string, ChangeId>();
          for (const steps of looks) {
            const made = steps.map((step): { readonly phone: number; readonly change: Change } => {
              const { subjectId, indicatorId, entry } = entryOf(step);
              const unit = units[step.unit]!.id;
              const place = [unit, subjectId, indicatorId, entry.field].join(' ');
              const seen = step.changes ? last.get(place) : undefined;
              const where = indicatorId === undefined ? { subjectId } : { subjectId, indicatorId };
              const change = devices[step.phone]!.change(unit, where, entry, seen === undefined ? [] : [seen]);
              last.set(place, change.id);
              const madeAt = new Date((clocks[step.phone]! += step.milliseconds)).toISOString();
              return { phone: step.phone, change: { ...change, madeAt } };
            });
            for (const phone of [0, 1]) {
              const own = made.filter((one) => one.phone === phone).map(({ change }) => change);
              if (own.length > 0) await pushAll(phones[phone]!, own);
            }
            expect(await told()).toEqual(await counted());
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
