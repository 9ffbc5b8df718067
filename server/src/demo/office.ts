import { DEMO_PEOPLE } from '@patuh/seeds/demo/people';
import type { OfficeStep, TeamWish } from '@patuh/seeds/demo/office';
import { type FieldStep, secondVisitSteps } from '@patuh/seeds/demo/plan';
import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { PeriodId, UnitId } from '@patuh/shared/domain/ids';

import { answerCase, ownCalibration } from '../features/calibration/answer-cases.ts';
import { addCase } from '../features/calibration/make-cases.ts';
import { giveDuties } from '../features/duties/give-duties.ts';
import { setHome } from '../features/people/set-home.ts';
import { changeDays } from '../features/periods/change-days.ts';
import { periodView } from '../features/periods/view.ts';
import { drawLot } from '../features/second-visits/draw-lot.ts';
import { getLot } from '../features/second-visits/get-lot.ts';
import { assignUnits } from '../features/teams/assign-units.ts';
import { createTeam } from '../features/teams/change-teams.ts';
import { teamPlan } from '../features/teams/team-plan.ts';
import { planUnits } from '../features/unit-plan/plan-units.ts';
import { inSnapshot } from '../platform/database.ts';
import { actorOf } from './actor.ts';
import { askForPaper, sendPaper } from './paper.ts';
import type { Stage } from './stage.ts';

const province = DEMO_PROVINCE;

/** Lets a person of the office do one thing. `field` does what a team does in between. */
export async function performOffice(
  stage: Stage,
  step: OfficeStep,
  field: (step: FieldStep) => Promise<void>,
): Promise<void> {
  const actor = actorOf(step.by);
  switch (step.kind) {
    case 'days': {
      const { periodId, days } = step;
      const { version: seen } = await teamPlan(stage, actor, { periodId, province });
      await changeDays(stage, actor, { periodId, province, seen, days: [...days] });
      return;
    }
    case 'home': {
      const { personId, government } = step;
      await setHome(stage, actor, { personId, government });
      return;
    }
    case 'lot':
      return await drawSecondVisits(stage, actor, step);
    case 'second-visits':
      return await secondVisits(stage, actor, step, field);
    case 'practice':
      for (const one of step.cases) await addCase(stage, actor, { ...one, periodId: step.periodId, province });
      return;
    case 'practise': {
      const { periods } = await ownCalibration(stage, actor);
      const cases = periods.find(({ periodId }) => periodId === step.periodId)?.cases ?? [];
      for (const [index, level] of step.levels.entries()) {
        const caseId = cases[index]?.id;
        if (caseId !== undefined) await answerCase(stage, actor, { caseId, level });
      }
      return;
    }
    case 'duties': {
      const duties = step.duties.map((duty) => ({ ...duty, seen: null, dueOn: null }));
      await giveDuties(stage, actor, { periodId: step.periodId, province, duties });
      return;
    }
    case 'ask':
      return await askForPaper(stage, actor, step);
    case 'send':
      return await sendPaper(stage, step);
    case 'units': {
      const { periodId, units } = step;
      const { version } = await teamPlan(stage, actor, { periodId, province });
      await planUnits(stage, actor, { periodId, province, version, units });
      return;
    }
    case 'team': {
      const { periodId, team, units } = step;
      return await newTeam(stage, actor, { periodId, team, units: () => units });
    }
    default:
      return assertNever(step);
  }
}

async function drawSecondVisits(
  stage: Stage,
  actor: Actor,
  { periodId, team }: Extract<OfficeStep, { kind: 'lot' }>,
): Promise<void> {
  const { version: seen } = await getLot(stage, actor, { periodId, province });
  await drawLot(stage, actor, { periodId, province, seen });
  const comparison = await comparisonOf(stage, actor, periodId);
  await newTeam(stage, actor, { periodId: comparison, team, units: ({ units }) => units.map(({ id }) => id) });
}

/** As many as are worth looking at; the rest the team still has before it. */
const VISITED_TWICE = 2;

async function secondVisits(
  stage: Stage,
  actor: Actor,
  { season }: Extract<OfficeStep, { kind: 'second-visits' }>,
  field: (step: FieldStep) => Promise<void>,
): Promise<void> {
  const comparison = await comparisonOf(stage, actor, season.id);
  const { units } = await teamPlan(stage, actor, { periodId: comparison, province });
  const drawn = season.stories.flatMap((story) => {
    const assessmentId = units.find(({ id }) => id === story.unit.id)?.assessmentId;
    const isHandedIn = HANDED_IN.has(story.course.to);
    return assessmentId === undefined || assessmentId === null || !isHandedIn
      ? []
      : [{ story, assessmentId, day: new Date(stage.now().getTime() - WORKDAY_MS) }];
  });
  for (const step of secondVisitSteps(stage.instrument, season, drawn.slice(0, VISITED_TWICE))) await field(step);
}

const WORKDAY_MS = 10 * 3_600_000;
const HANDED_IN: ReadonlySet<string> = new Set(['submitted', 'returned', 'corrected', 'verified']);

async function comparisonOf(stage: Stage, actor: Actor, season: PeriodId): Promise<PeriodId> {
  const { comparison } = await inSnapshot(stage.db, async (snapshot) => await periodView(snapshot, actor, season));
  if (comparison === null) throw new Error('No lot of the demo was drawn.');
  return comparison;
}

/** Makes a team and gives it its units; `units` says which, of those of the plan. */
async function newTeam(
  stage: Stage,
  actor: Actor,
  {
    periodId,
    team: { name, assessor, enumerators },
    units,
  }: {
    readonly periodId: PeriodId;
    readonly team: TeamWish;
    readonly units: (plan: TeamPlan) => readonly UnitId[];
  },
): Promise<void> {
  const { version: seen } = await teamPlan(stage, actor, { periodId, province });
  const plan = await createTeam(stage, actor, {
    periodId,
    province,
    seen,
    name,
    members: [
      { personId: DEMO_PEOPLE[assessor].id, role: 'assessor' },
      ...enumerators.map((key) => ({ personId: DEMO_PEOPLE[key].id, role: 'enumerator' as const })),
    ],
  });
  const assignments = plan.teams
    .filter((team) => team.name === name)
    .flatMap(({ id: teamId }) => units(plan).map((unitId) => ({ unitId, teamId })));
  if (assignments.length === 0) return;
  await assignUnits(stage, actor, { periodId, province, seen: plan.version, assignments });
}
