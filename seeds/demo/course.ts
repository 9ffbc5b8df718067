import { SubjectId } from '@patuh/shared/domain/assessment';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { IndicatorId, type Instrument } from '@patuh/shared/domain/instrument';

import { chanceOf } from './chance.ts';
import { explanationsOf, noticeOf, visitOf } from './closing.ts';
import { type Entered, type Fieldwork, fieldworkOf } from './fieldwork.ts';
import { DEMO_PEOPLE, type DemoPersonKey } from './people.ts';
import type { FieldStep } from './plan.ts';
import { assessmentIdOf, type DemoSeason, type DemoTeam } from './seasons.ts';
import type { StoryPoint, UnitStory } from './story.ts';

/** From how far a unit came to who did what when. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The quickest that anybody is; the slowest need three times as long. */
const BETWEEN_ANSWERS_MS = 25_000;

/** A value and when the device says that it was entered. */
interface Timed {
  readonly value: Entered;
  readonly madeAt: Date;
}

/** A step whose changes have no number and no predecessor yet: both depend on everything before. */
export type Draft =
  | Exclude<FieldStep, { kind: 'push' }>
  | {
      readonly kind: 'push';
      readonly at: Date;
      readonly by: DemoPersonKey;
      readonly assessmentId: ReturnType<typeof assessmentIdOf>;
      readonly entered: readonly Timed[];
      readonly unseen?: true;
    };

export function draftsOf(season: DemoSeason, instrument: Instrument): readonly Draft[] {
  const units = season.stories.flatMap((story) => unitDrafts({ season, instrument, story }));
  const { decree } = season;
  if (decree === undefined) return units;
  const { number, date, publishedAt: at } = decree;
  return [
    ...units,
    { kind: 'publish', at, by: 'head', approvedBy: 'admin', periodId: season.id, decree: { number, date } },
  ];
}

interface Context {
  readonly season: DemoSeason;
  readonly instrument: Instrument;
  readonly story: UnitStory;
}

/** What the course of one unit is made of: who it is about, its answers, and its calendar. */
interface Scene {
  readonly story: UnitStory;
  readonly team: DemoTeam;
  readonly assessmentId: ReturnType<typeof assessmentIdOf>;
  readonly instrument: Instrument;
  readonly fieldwork: Fieldwork;
  readonly day: Date;
  readonly verifier: DemoPersonKey;
}

/** The same unit seen by a team that does not know how the first one saw it, and is a little kinder. */
export function secondVisitDrafts(
  { season, instrument, story }: Context,
  { team, assessmentId, day }: Pick<Scene, 'assessmentId' | 'day'> & { readonly team: Omit<DemoTeam, 'id' | 'key'> },
): readonly Draft[] {
  const { input, proses, output, pengaduan } = story.visit.character;
  const character = { input: input + KINDER, proses: proses - KINDER / 2, output, pengaduan: pengaduan + KINDER };
  const scene: Scene = {
    story,
    team: { ...season.teams[0], ...team },
    assessmentId,
    instrument,
    fieldwork: fieldworkOf({
      ...story.visit,
      character,
      users: 10,
      fewUsersReason: 'Kunjungan kedua; pengguna yang datang hari itu sedikit.',
      instrument,
      unit: story.unit,
      year: season.year,
      firstUserAt: new Date(day.getTime() + 30 * MINUTE_MS),
    }),
    day,
    verifier: 'verifierOne',
  };
  return [...collected(scene), closing(scene), submission(scene, 0, 9)];
}

/** A share of the points, as in a character. */
const KINDER = 0.14;

function unitDrafts(context: Context): readonly Draft[] {
  const scene = sceneOf(context);
  const { course } = scene.story;
  switch (course.to) {
    case 'assigned':
      return [];
    case 'not-assessed': {
      const { reason, note } = course;
      const { assessmentId, team } = scene;
      const noticed = after(scene, 5, 0.5);
      const notice = noticeOf(`notice ${assessmentId}`, noticed);
      return [
        push(scene, team.assessor, { entered: [notice], from: noticed, at: after(scene, 5, 0.75) }),
        { kind: 'not-assessed', at: after(scene, 5, 1), by: team.assessor, assessmentId, reason, note },
      ];
    }
    case 'in-progress':
      return [...begun(scene, course.share), ...(course.disagreement === true ? [disagreement(scene)] : [])];
    case 'submitted':
      return [
        ...collected(scene),
        closing(scene),
        submission(scene, 0, 9),
        ...(course.late === true ? [late(scene)] : []),
      ];
    case 'returned':
      return [...collected(scene), closing(scene), submission(scene, 0, 9), given(scene, course.points)];
    case 'corrected':
      return handedInAgain(scene, course.points ?? []);
    case 'verified':
      return [...handedInAgain(scene, course.points ?? []), acceptance(scene)];
    default:
      return assertNever(course);
  }
}

function sceneOf({ season, instrument, story }: Context): Scene {
  const team = season.teams.find(({ key }) => key === story.team) ?? season.teams[0];
  const turn = season.stories.filter((other) => other.team === story.team).indexOf(story);
  // A team does a unit a day, five days a week.
  const day = new Date(season.beginsAt.getTime() + (turn + Math.floor(turn / 5) * 2) * DAY_MS);
  return {
    story,
    team,
    assessmentId: assessmentIdOf(season.year, story.unit),
    instrument,
    fieldwork: fieldworkOf({
      ...story.visit,
      instrument,
      unit: story.unit,
      year: season.year,
      firstUserAt: new Date(day.getTime() + 30 * MINUTE_MS),
    }),
    day,
    verifier: story.team === 'east' ? 'verifierOne' : 'verifierTwo',
  };
}

function after({ day }: Pick<Scene, 'day'>, days: number, hours: number): Date {
  return new Date(day.getTime() + days * DAY_MS + hours * HOUR_MS);
}

/** The assessor does the office, both enumerators interview, and all send what they have in the afternoon. */
function collected(scene: Scene): readonly Draft[] {
  const { team, fieldwork } = scene;
  const share = (odd: number): readonly Entered[] => fieldwork.users.filter((_, index) => index % 2 === odd).flat();
  return [
    push(scene, team.assessor, { entered: fieldwork.office, from: scene.day, at: after(scene, 0, 7) }),
    ...team.enumerators.map((by, index) =>
      push(scene, by, {
        entered: share(index),
        from: new Date(scene.day.getTime() + 30 * MINUTE_MS),
        at: after(scene, 0, 7 + (index + 1) / 4),
      }),
    ),
  ].filter((draft) => draft.entered.length > 0);
}

function begun(scene: Scene, share: number): readonly Draft[] {
  const { office, users } = scene.fieldwork;
  const part = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, Math.floor(items.length * share));
  const fieldwork = { office: part(office), users: part(users).slice(0, share < 0.3 ? 0 : users.length) };
  return collected({ ...scene, fieldwork });
}

function handedInAgain(scene: Scene, points: readonly StoryPoint[]): readonly Draft[] {
  const first = [...collected(scene), closing(scene), submission(scene, 0, 9)];
  if (points.length === 0) return first;
  const looked = points.flatMap(({ indicatorId, subjectId, found: { level, note } }) => [
    entered(indicatorId, subjectId, { field: 'answer', value: { kind: 'level', level } }),
    entered(indicatorId, subjectId, { field: 'note', value: note }),
  ]);
  const again = push(scene, scene.team.assessor, {
    entered: [...looked, ...explainedAgain(scene, looked)],
    from: after(scene, 9, 2),
    at: after(scene, 9, 3),
  });
  return [...first, given(scene, points), again, submission(scene, 9, 4)];
}

/** The record of the visit, and the sentences of the assessor to what a verifier would ask. */
function closing(scene: Scene): Draft {
  const { fieldwork, instrument, story, assessmentId, day, team } = scene;
  const visit = visitOf(`visit ${assessmentId}`, day, [DEMO_PEOPLE[team.assessor].name]);
  const all = [...fieldwork.office, ...fieldwork.users.flat(), visit];
  const said = explanationsOf({ instrument, unitKind: story.unit.kind, entered: all });
  return push(scene, team.assessor, {
    entered: [visit, ...said],
    from: after(scene, 0, 7.5),
    at: after(scene, 0, 8.5),
  });
}

/** What came of points given back may raise new questions; those that were answered stay answered. */
function explainedAgain({ fieldwork, instrument, story }: Scene, looked: readonly Entered[]): readonly Entered[] {
  const before = [...fieldwork.office, ...fieldwork.users.flat()];
  return explanationsOf({ instrument, unitKind: story.unit.kind, entered: [...before, ...looked] }).filter(
    ({ indicatorId }) => looked.some((value) => value.indicatorId === indicatorId && indicatorId !== null),
  );
}

function submission({ team, assessmentId, ...scene }: Scene, days: number, hours: number): Draft {
  return { kind: 'submit', at: after(scene, days, hours), by: team.assessor, assessmentId };
}

function acceptance({ verifier, assessmentId, ...scene }: Scene): Draft {
  return { kind: 'accept', at: after(scene, 14, 2), by: verifier, assessmentId };
}

function given({ verifier, assessmentId, ...scene }: Scene, points: readonly StoryPoint[]): Draft {
  return {
    kind: 'return',
    at: after(scene, 7, 1),
    by: verifier,
    assessmentId,
    points: points.map(({ indicatorId, subjectId, reason }) => ({
      indicatorId: IndicatorId.parse(indicatorId),
      subjectId: SubjectId.parse(subjectId),
      reason,
    })),
  };
}

/** The phone of one enumerator was without a network when the other two handed in. */
function late(scene: Scene): Draft {
  return push(scene, scene.team.enumerators[1], {
    entered: [
      entered('sarana-berkebutuhan-khusus', 'unit', { field: 'answer', value: { kind: 'level', level: 2 } }),
      entered('sarana-berkebutuhan-khusus', 'unit', {
        field: 'note',
        value: 'Jalur kursi roda ada di pintu samping; baru terlihat sore hari.',
      }),
    ],
    from: after(scene, 0, 8),
    at: after(scene, 2, 1),
  });
}

/** Two people answered the same question without having seen each other's answer. */
function disagreement(scene: Scene): Draft {
  const value = { kind: 'level', level: 0 } as const;
  return {
    ...push(scene, scene.team.enumerators[0], {
      entered: [entered('frekuensi-pengawasan-internal', 'unit', { field: 'answer', value })],
      from: after(scene, 0, 6),
      at: after(scene, 1, 1),
    }),
    unseen: true,
  };
}

interface Pushed {
  readonly entered: readonly Entered[];
  readonly from: Date;
  readonly at: Date;
}

function push({ assessmentId }: Scene, by: DemoPersonKey, { entered: values, from, at }: Pushed) {
  const own = 1 + chanceOf(`tempo ${by}`).next();
  const { next } = chanceOf(`tempo ${by} ${assessmentId}`);
  let madeAt = from.getTime();
  return {
    kind: 'push' as const,
    at,
    by,
    assessmentId,
    entered: values.map((value) => {
      const entry = { value, madeAt: new Date(Math.min(madeAt, at.getTime())) };
      madeAt += Math.round(BETWEEN_ANSWERS_MS * own * (1 + next() / 2));
      return entry;
    }),
  };
}

function entered(indicatorId: string, subjectId: string, entry: Entered['entry']): Entered {
  return { indicatorId: IndicatorId.parse(indicatorId), subjectId: SubjectId.parse(subjectId), entry };
}
