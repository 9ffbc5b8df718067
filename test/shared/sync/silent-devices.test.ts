import type { TeamDevice } from '@patuh/shared/contracts/assessments';
import { DeviceId, PersonId } from '@patuh/shared/domain/ids';
import { silentDevices } from '@patuh/shared/sync/silent-devices';
import { describe, expect, it } from 'vitest';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const hoursAgo = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();
const id = (digit: number): DeviceId => DeviceId.parse(`00000000-0000-4000-8000-00000000000${digit}`);
const OWN = id(1);

function aDevice(wish: Partial<TeamDevice> = {}): TeamDevice {
  return {
    id: id(2),
    personId: PersonId.parse('00000000-0000-4000-8000-0000000000aa'),
    personName: 'Yosef',
    name: 'Chrome di Android',
    lastEditAt: hoursAgo(3),
    exchangedAt: hoursAgo(1),
    waiting: 0,
    ...wish,
  };
}

describe('a device of the team, before a unit is handed in', () => {
  const cases: readonly (readonly [string, Partial<TeamDevice>, string | undefined])[] = [
    ['worked on the unit and was heard from since', {}, undefined],
    ['says that something waits', { waiting: 1 }, 'waiting'],
    ['says that something waits, and never worked on the unit', { waiting: 1, lastEditAt: null }, 'waiting'],
    ['was never heard from after its edits', { exchangedAt: null, waiting: null }, 'not-since-its-edit'],
    ['was last heard from before its last edit', { exchangedAt: hoursAgo(4) }, 'not-since-its-edit'],
    ['was heard from in the moment of its last edit', { exchangedAt: hoursAgo(3) }, 'not-since-its-edit'],
    ['was heard from a minute under a day ago', { lastEditAt: hoursAgo(30), exchangedAt: hoursAgo(23.98) }, undefined],
    ['was heard from a day ago', { lastEditAt: hoursAgo(30), exchangedAt: hoursAgo(24) }, 'not-for-a-day'],
    [
      'never worked on the unit, and was heard from a week ago',
      { lastEditAt: null, exchangedAt: hoursAgo(168) },
      undefined,
    ],
    [
      'never worked on the unit, and was never heard from',
      { lastEditAt: null, exchangedAt: null, waiting: null },
      undefined,
    ],
    ['was heard from in the future, because a clock is wrong', { exchangedAt: hoursAgo(-9_000) }, undefined],
  ];
  it.each(cases)('%s', (_name, wish, because) => {
    const device = aDevice(wish);
    expect(silentDevices([device], OWN, NOW)).toEqual(because === undefined ? [] : [{ device, because }]);
  });

  it('is never one’s own, which shows what it has', () => {
    expect(silentDevices([aDevice({ id: OWN, waiting: 5, exchangedAt: null })], OWN, NOW)).toEqual([]);
  });

  it('is named in the order given, each by itself', () => {
    const [first, quiet, last] = [
      aDevice({ id: id(3), waiting: 2 }),
      aDevice({ id: id(4) }),
      aDevice({ id: id(5), exchangedAt: null }),
    ];
    expect(silentDevices([first, quiet, last], OWN, NOW).map(({ device }) => device.id)).toEqual([id(3), id(5)]);
  });
});
