import { SubjectId, UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import type { Change, FieldValue } from '@patuh/shared/domain/change';
import type { Indicator, Instrument } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { type Chance, chanceOf, uuidAt } from './chance.ts';
import { noteFor, productsOf } from './notes.ts';
import type { DemoUnit } from './places.ts';
import { profileFrom } from './users.ts';

/** What a team enters in one unit. Every level comes from the character of the unit and from chance with a fixed seed. */

/** From 0 to 1 per dimension: about the share of the points that the unit will reach there. */
export type Character = Readonly<Record<'input' | 'proses' | 'output' | 'pengaduan', number>>;

export interface Visit {
  readonly instrument: Instrument;
  readonly unit: DemoUnit;
  readonly year: number;
  readonly character: Character;
  readonly users: number;
  /** Why there are fewer users than the target. */
  readonly fewUsersReason?: string | undefined;
  /** Officers who are not interviewed, by number: the post is vacant, or held by another officer. */
  readonly posts?: Readonly<Record<number, 'vacant' | { readonly sameAs: number }>> | undefined;
  /** An indicator that does not apply here, with the reason. */
  readonly notApplicable?: { readonly indicatorId: string; readonly reason: string } | undefined;
  /** When the first user is interviewed. */
  readonly firstUserAt: Date;
}

/** One value at its place, before it becomes a change of somebody's device. */
export type Entered = Pick<Change, 'indicatorId' | 'subjectId' | 'entry'>;

export interface Fieldwork {
  /** Everything but the users. */
  readonly office: readonly Entered[];
  /** One list per user, in the order of the interviews. */
  readonly users: readonly (readonly Entered[])[];
}

const MINUTES_PER_USER = 9;
/** The head knows more than whoever was put at the counter last month. */
const OFFICER_KNOWS = [0.08, 0.02, -0.02, -0.1] as const;

export function fieldworkOf(visit: Visit): Fieldwork {
  const { instrument, unit, year, fewUsersReason } = visit;
  const chance = chanceOf(`${year} ${unit.id}`);
  const [first, second] = productsOf(unit.kind);
  const office = [
    named('product-1', first),
    named('product-2', second),
    ...Object.entries(visit.posts ?? {}).map(([number, post]) => postEntry(number, post)),
    ...(fewUsersReason === undefined ? [] : [ofUnit({ field: 'few-users-reason', value: fewUsersReason })]),
    ...instrument.tree.flatMap((dimension) =>
      indicatorsOf([dimension])
        .filter(({ subject }) => subject !== 'user')
        .flatMap((indicator) => officeAnswers(visit, qualityIn(visit, dimension.id), indicator, chance)),
    ),
  ];
  return { office, users: Array.from({ length: visit.users }, (_, index) => interview(visit, index)) };
}

function qualityIn({ character }: Visit, dimension: string): number {
  const found = Object.entries(character).find(([name]) => name === dimension);
  if (found === undefined) throw new RangeError(`No character for dimension ${dimension}`);
  return found[1];
}

function officeAnswers(visit: Visit, quality: number, indicator: Indicator, chance: Chance): readonly Entered[] {
  return subjectsOf(visit, indicator).flatMap(({ subjectId, knows }) => {
    if (visit.notApplicable?.indicatorId === indicator.id) {
      const { reason } = visit.notApplicable;
      return [at(indicator, subjectId, { field: 'answer', value: { kind: 'not-applicable', reason } })];
    }
    const level = levelOf(quality + knows, indicator, chance);
    const note = noteFor(indicator.id, level, chance);
    return [
      at(indicator, subjectId, { field: 'answer', value: { kind: 'level', level } }),
      ...(note === undefined ? [] : [at(indicator, subjectId, { field: 'note', value: note })]),
    ];
  });
}

function subjectsOf(
  { instrument, posts }: Visit,
  { subject }: Indicator,
): readonly { readonly subjectId: SubjectId; readonly knows: number }[] {
  if (subject === 'unit') return [{ subjectId: UNIT_SUBJECT, knows: 0 }];
  const target = instrument.rules.subjects.find((count) => count.subject === subject)?.target ?? 0;
  return Array.from({ length: target }, (_, index) => index + 1)
    .filter((number) => subject !== 'officer' || posts?.[number] === undefined)
    .map((number) => ({
      subjectId: SubjectId.parse(`${subject}-${number}`),
      knows: subject === 'officer' ? (OFFICER_KNOWS[number - 1] ?? 0) : 0,
    }));
}

function interview(visit: Visit, index: number): readonly Entered[] {
  const { instrument, unit, year } = visit;
  const name = `${year} ${unit.id} user ${index}`;
  const chance = chanceOf(name);
  const begun = new Date(visit.firstUserAt.getTime() + index * MINUTES_PER_USER * 60_000);
  const subjectId = SubjectId.parse(`user-${uuidAt(name, begun)}`);
  // Some come content and some do not, and it colours every answer of theirs.
  const mood = (chance.next() - 0.5) * 0.3;
  return [
    { indicatorId: null, subjectId, entry: { field: 'presence', value: { state: 'present' } } },
    { indicatorId: null, subjectId, entry: { field: 'consent', value: true } },
    { indicatorId: null, subjectId, entry: { field: 'profile', value: profileFrom(chance) } },
    ...instrument.tree.flatMap((dimension) =>
      indicatorsOf([dimension])
        .filter(({ subject }) => subject === 'user')
        .map((indicator) => {
          const level = levelOf(qualityIn(visit, dimension.id) + mood, indicator, chance);
          return at(indicator, subjectId, { field: 'answer', value: { kind: 'level', level } });
        }),
    ),
  ];
}

/** On average the quality's share of the maximum. */
function levelOf(quality: number, { maximum }: Indicator, chance: Chance): number {
  const level = Math.floor(maximum * quality + chance.next());
  return Math.min(maximum, Math.max(0, level));
}

function at(indicator: Indicator, subjectId: SubjectId, entry: FieldValue): Entered {
  return { indicatorId: indicator.id, subjectId, entry };
}

function named(subjectId: string, value: string): Entered {
  return { indicatorId: null, subjectId: SubjectId.parse(subjectId), entry: { field: 'name', value } };
}

function ofUnit(entry: FieldValue): Entered {
  return { indicatorId: null, subjectId: UNIT_SUBJECT, entry };
}

function postEntry(number: string, post: 'vacant' | { readonly sameAs: number }): Entered {
  const value = post === 'vacant' ? ({ state: 'vacant' } as const) : ({ state: 'same-person', ...post } as const);
  const subjectId = SubjectId.parse(`officer-${number}`);
  return { indicatorId: null, subjectId, entry: { field: 'presence', value } };
}
