import { joinTeam, leaveTeam, tellTeam } from '@patuh/server/platform/assessments/change-member';
import { giveDuties, takeDuties } from '@patuh/server/platform/assessments/duty';
import { appendAudit } from '@patuh/server/platform/audit';
import { dayIn } from '@patuh/shared/domain/calendar';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { holdPeopleAlone } from '@patuh/server/platform/hold-people';
import { holdPlans, lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import { keepBlind } from '@patuh/server/platform/second-visit';
import { dropLinks } from '@patuh/server/platform/sessions/one-time-link';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import type { HandedOver, HandOverInput, HeldTeam } from '@patuh/shared/contracts/handover';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

import type { PeopleDeps } from './deps.ts';
import { fieldDevicesOf } from './devices.ts';
import { type Held, impossible, wasSeen, whyNotSee } from './handover-policy.ts';
import { heldTeams, heldUnits } from './holdings.ts';
import { isNational, whyNotAccount, whyNotTake } from './policy.ts';
import { endOfDay, findNames, findTimeZone, lockUnits, setDisabled, takeGrants } from './queries.ts';
import { lockTarget, refuse, refuseLastAdmin, type Target } from './target.ts';

/**
 * Hands over all that somebody holds in a province, in one transaction: their place in each team, the units they are to verify,
 * and by choice their grants, their devices and the account. What they decided stays theirs, and what their phones still hold
 * is taken whenever it comes. Throws `changed-meanwhile` if they hold anything else than was on the screen, and the other
 * problems of the contract.
 */
export async function handOver(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, ...input }: HandOverInput & { readonly personId: PersonId },
): Promise<HandedOver> {
  const { province, lastDay } = input;
  refuse(whyNotSee(actor, province));
  return await inTransaction(db, async (trx) => {
    const at = now();
    await holdPeopleAlone(trx, [personId, ...successorsOf(input)]);
    const target = await lockTarget(trx, actor, personId);
    const timeZone = await findTimeZone(trx, province);
    if (timeZone === undefined) throw new ProblemError('not-found');
    if (personId === actor.personId) throw new ProblemError('not-on-oneself');
    if (lastDay > dayIn(timeZone, at)) throw new ProblemError('invalid-request', [IN_FUTURE]);
    refuseAccount(actor, personId, target, input);

    const held = await lockHoldings(trx, { personId, ...input }, actor, at);
    if (!wasSeen(held, input)) throw new ProblemError('changed-meanwhile');
    const blockers = impossible(held, input);
    if (blockers.length > 0) throw new ProblemError('successor-not-possible', [], { blockers: [...blockers] });

    const left = await endOfDay(trx, { day: lastDay, timeZone, now: at });
    await handOverTeams(trx, held.teams, { personId, ...input }, left);
    await handOverUnits(trx, held, input, { by: actor.personId, at });
    await endAccount(trx, { personId, ...input }, target, at);
    const devices = await fieldDevicesOf(trx, personId);
    const names = await findNames(trx, [actor.personId, ...successorsOf(input)]);
    await audit(trx, held.teams, { personId, ...input }, { by: actor.personId, now });
    return {
      person: target.person.name,
      by: names.get(actor.personId) ?? '',
      at: at.toISOString(),
      lastDay,
      teams: held.teams.map(({ teamId, name, period, units }) => ({
        name,
        periodName: period.name,
        units: units.length,
        to: nameOf(names, input.teams.find((team) => team.teamId === teamId)?.to),
      })),
      units: held.units.map(({ assessmentId, unitName, government }) => ({
        unitName,
        governmentName: government.name,
        to: nameOf(names, input.units.find((unit) => unit.assessmentId === assessmentId)?.to),
      })),
      taken: input.taken,
      signedOut: input.signOut || input.close,
      closed: input.close,
      fieldDevices: devices,
    };
  });
}

type Wish = HandOverInput & { readonly personId: PersonId };

const IN_FUTURE = { field: 'body.lastDay', message: 'hari terakhir tidak boleh sesudah hari ini' };

function nameOf(names: ReadonlyMap<PersonId, string>, id: PersonId | null | undefined): string | null {
  return id === null || id === undefined ? null : (names.get(id) ?? null);
}

function successorsOf({ teams, units }: Pick<HandOverInput, 'teams' | 'units'>): readonly PersonId[] {
  return [...teams, ...units].flatMap(({ to }) => (to === null ? [] : [to]));
}

/** Throws where the caller may not take those grants, sign out or close. */
function refuseAccount(
  actor: Actor,
  id: PersonId,
  { held }: Target,
  { province, taken, signOut, close }: HandOverInput,
) {
  refuse(whyNotTake(actor, { held, taken, province }));
  if (signOut || close) refuse(whyNotAccount(actor, { id, held }));
}

/** The plans first, as everybody does who changes teams; then the units, in the order of their ids. */
async function lockHoldings(trx: Writer, wish: Wish, actor: Actor, at: Date): Promise<Held> {
  const { personId, province } = wish;
  const before = await heldTeams(trx, { personId, province }, at);
  const plans = new Map(before.map(({ teamId, period }) => [teamId, period.id]));
  const seen = new Map(
    wish.teams.flatMap(({ teamId, plan }) => {
      const periodId = plans.get(teamId);
      return periodId === undefined ? [] : [[periodId, plan] as const];
    }),
  );
  await holdPlans(trx, province, [...seen.keys()]);
  for (const [periodId, plan] of seen) {
    await lockPlan(trx, { periodId, province }, { seen: plan, by: actor.personId, now: at });
  }
  await lockUnits(
    trx,
    wish.units.map(({ assessmentId }) => assessmentId),
  );
  // What was read before the locks may be old: a team that somebody joined, a unit that was verified.
  const now = await heldTeams(trx, { personId, province }, at);
  const teams = now.map((team) => ({ ...team, plan: seen.has(team.period.id) ? team.plan - 1 : team.plan }));
  return { teams, units: (await heldUnits(trx, { personId, province })).units };
}

async function handOverTeams(trx: Writer, teams: readonly HeldTeam[], wish: Wish, at: Date): Promise<void> {
  const { personId, province } = wish;
  for (const { teamId, role } of teams) {
    const to = wish.teams.find((team) => team.teamId === teamId)?.to ?? null;
    await leaveTeam(trx, { teamId, personId }, at);
    if (to !== null) await joinTeam(trx, { teamId, personId: to, role });
    await tellTeam(trx, teamId);
  }
  for (const periodId of new Set(teams.map(({ period }) => period.id))) {
    await keepBlind(trx, { periodId, province });
  }
}

/** The last day goes with the unit: whoever takes it over sees how long there is, and the head may give more. */
async function handOverUnits(
  trx: Writer,
  held: Held,
  { units }: HandOverInput,
  by: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  const days = new Map(held.units.map(({ assessmentId, dueOn }) => [assessmentId, dueOn]));
  const given = units.flatMap(({ assessmentId, to }) =>
    to === null ? [] : [{ assessmentId, personId: to, dueOn: days.get(assessmentId) ?? null }],
  );
  const nobodys = units.filter(({ to }) => to === null).map(({ assessmentId }) => assessmentId);
  await giveDuties(trx, given, by);
  await takeDuties(trx, nobodys);
}

async function endAccount(trx: Writer, { personId, taken, signOut, close }: Wish, { held }: Target, at: Date) {
  await takeGrants(trx, personId, taken);
  if (signOut || close) await revokeSessions(trx, personId, at);
  if (!close) return;
  if (isNational({ grants: held.map(({ grant }) => grant) })) await refuseLastAdmin(trx, personId);
  await dropLinks(trx, personId);
  await setDisabled(trx, personId, at);
}

/** One event for each team, by which its history tells who was in it, and one for the whole. */
async function audit(
  trx: Writer,
  held: readonly HeldTeam[],
  wish: Wish,
  { by, now }: { readonly by: PersonId; readonly now: () => Date },
): Promise<void> {
  const { province, personId, teams, units, taken, signOut, close } = wish;
  const common = { office: province, actor: { kind: 'person', id: by }, beforeHash: null } as const;
  for (const { teamId, role, period } of held) {
    const to = teams.find((team) => team.teamId === teamId)?.to ?? null;
    const team = { ...common, subject: { kind: 'team', id: teamId }, afterHash: null };
    const left = { period: period.id, person: personId };
    await appendAudit(trx, { ...team, action: 'team.member-left', detail: left }, now);
    if (to === null) continue;
    const joined = { period: period.id, person: to, role };
    await appendAudit(trx, { ...team, action: 'team.member-joined', detail: joined }, now);
  }
  await appendAudit(
    trx,
    {
      ...common,
      action: 'person.handed-over',
      subject: { kind: 'person', id: personId },
      afterHash: sha256Hex(canonicalText(wish)),
      detail: {
        teams: teams.length,
        duties: units.length,
        taken: taken.length,
        signedOut: signOut || close ? 1 : 0,
        closed: close ? 1 : 0,
      },
    },
    now,
  );
}
