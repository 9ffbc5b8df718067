import { readFileSync } from 'node:fs';

import { makeDemo } from '@patuh/seeds/demo';
import { DEMO_SIGN_INS } from '@patuh/seeds/demo/sign-ins';
import { ROLES } from '@patuh/shared/domain/actor';
import { isDemo } from '@patuh/shared/domain/demo';
import { indexInstrument, whyNotTake } from '@patuh/shared/sync/legal-change';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../support/reference-instruments.ts';
import { ROOT } from '../support/root.ts';

const instrument = instrumentOf(2024);
const demo = makeDemo(instrument);
const pushes = demo.steps.flatMap((step) => (step.kind === 'push' ? [step] : []));
const changes = pushes.flatMap((step) => step.changes);
const [, running] = demo.seasons;
const courses = running.stories.map(({ course }) => course.to);

describe('the demo', () => {
  it('is the same each time, to the last id', () => {
    expect(makeDemo(instrument)).toEqual(demo);
  });

  it('lies around whoever opens it: its running season by whole weeks, all of it before that day', () => {
    const today = new Date('2026-11-22T09:00:00.000Z');
    const opened = makeDemo(instrument, today);
    const [published, moved] = opened.seasons;
    expect(published).toEqual(demo.seasons[0]);
    const [early, late] = [26, 33].map((days) => today.getTime() - days * 86_400_000);
    expect(moved.beginsAt.getTime()).toBeGreaterThan(late!);
    expect(moved.beginsAt.getTime()).toBeLessThanOrEqual(early!);
    expect(moved.beginsAt.getUTCDay()).toBe(demo.seasons[1].beginsAt.getUTCDay());
    expect(opened.steps.every(({ at }) => at < today)).toBe(true);
    expect(opened.steps.map(({ kind }) => kind)).toEqual(demo.steps.map(({ kind }) => kind));
  });

  it('has no place that exists', () => {
    const real = readFileSync(`${ROOT}seeds/reference/governments.csv`, 'utf8');
    for (const { code, name } of demo.governments) {
      expect(isDemo(code)).toBe(true);
      expect(real).not.toContain(name);
    }
  });

  it('has 22 regencies and cities, as many as there are to plan in a real province, three of them in its seasons', () => {
    const places = demo.governments.filter(({ kind }) => kind !== 'province');
    expect(new Set(places.map(({ code }) => code)).size).toBe(22);
    expect(new Set(places.map(({ name }) => name)).size).toBe(22);
    expect(places.filter(({ sinceYear }) => sinceYear === null).map(({ code }) => code)).toEqual([
      '99.01',
      '99.02',
      '99.71',
    ]);
  });

  it('has somebody of every role, each with an address that no mail reaches', () => {
    expect(new Set(DEMO_SIGN_INS.map(({ kind }) => kind))).toEqual(new Set(ROLES));
    expect(new Set(DEMO_SIGN_INS.map(({ email }) => email)).size).toBe(DEMO_SIGN_INS.length);
    for (const { email } of DEMO_SIGN_INS) expect(email).toMatch(/@contoh\.example$/);
  });
});

describe('its season of 2024', () => {
  it('has three governments of seven units', () => {
    const counts = Map.groupBy(running.stories, ({ unit }) => unit.government);
    expect([...counts.values()].map((stories) => stories.length)).toEqual([7, 7, 7]);
  });

  it('has a unit in every state', () => {
    expect(new Set(courses)).toEqual(
      new Set(['assigned', 'in-progress', 'submitted', 'returned', 'corrected', 'verified', 'not-assessed']),
    );
  });

  it('has a vacant post, a head who also takes complaints, 12 of 30 users and one unit of a first time', () => {
    const posts = running.stories.flatMap(({ visit }) => Object.values(visit.posts ?? {}));
    expect(posts).toContain('vacant');
    expect(posts).toContainEqual({ sameAs: 1 });
    const few = running.stories.filter(({ visit }) => visit.users < 30);
    expect(few.map(({ visit }) => visit.users)).toEqual([12]);
    expect(few[0]?.visit.fewUsersReason).toBeDefined();
    expect(running.stories.filter(({ firstTime }) => firstTime)).toHaveLength(1);
  });
});

describe('what its people entered', () => {
  it('is numbered on each device from 1 without gaps', () => {
    for (const own of Map.groupBy(changes, ({ deviceId }) => deviceId).values()) {
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
    }
  });

  it('has ids of its own, and names only what was entered before', () => {
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    const seen = new Set<string>();
    for (const { id, base } of changes) {
      for (const before of base) expect(seen.has(before)).toBe(true);
      seen.add(id);
    }
  });

  it('may be entered by the instrument', () => {
    const index = indexInstrument(instrument, running.stories[0]!.unit.kind);
    expect(changes.filter((change) => whyNotTake(index, change) !== undefined)).toEqual([]);
  });

  it('was entered before it was sent, one day after the other', () => {
    for (const { at, changes: sent } of pushes) {
      for (const { madeAt } of sent) expect(Date.parse(madeAt)).toBeLessThanOrEqual(at.getTime());
    }
    const moments = demo.steps.map(({ at }) => at.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });
});
