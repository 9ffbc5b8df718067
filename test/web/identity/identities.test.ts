import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';

import type { Identities, PinAnswer } from '../../../web/src/platform/identity/identities.ts';
import { ANI, aPhone, moveIn, OFFICE, SECRET, YOSEF } from './phone.ts';
import { fromBase64 } from '../../../web/src/platform/vault/seal.ts';

const MINUTE = 60_000;
const PIN = '290471';

/** Several PINs, one after the other. */
async function tryAll(phone: Identities, pins: readonly string[]): Promise<readonly PinAnswer[]> {
  const answers: PinAnswer[] = [];
  for (const pin of pins) answers.push(await phone.tryPin(ANI.personId, pin));
  return answers;
}

const wrongPins = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `90000${n}`);

describe('whoever has a store on a phone', () => {
  it('opens it with their PIN after a restart, and reads what they entered', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    const answer = await phone.start().tryPin(ANI.personId, PIN);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(answer.opened.person).toEqual(ANI);
    expect(await answer.opened.vault.open(sealed)).toBe(SECRET);
  });

  it('is asked for by name, and nothing else of them can be read while it is locked', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    await moveIn(phone.start(), YOSEF, '314159');
    const list = await phone.start().list();
    expect(list.map(({ name }) => name)).toEqual(['Ani Asesor', 'Yosef Enumerator']);
    expect(JSON.stringify(list)).not.toContain(ANI.email);
  });

  it('never opens what another person entered, not even with the same PIN', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    await moveIn(phone.start(), YOSEF, PIN);
    const answer = await phone.start().tryPin(YOSEF.personId, PIN);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    await expect(answer.opened.vault.open(sealed)).rejects.toThrow('sealed with another key');
  });

  it('gets everything back through the office after a forgotten PIN', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    const app = phone.start();
    const [known] = await app.list();
    if (known === undefined) throw new Error('nobody here');
    expect(() => OFFICE.takeOut(known.custody.wrapped, YOSEF.personId)).toThrow('oaep');
    const bytes = fromBase64(OFFICE.takeOut(known.custody.wrapped, ANI.personId));
    await app.readmit({ person: ANI, pin: '580213', bytes, custody: known.custody });
    expect((await app.tryPin(ANI.personId, PIN)).kind).toBe('wrong');
    const answer = await app.tryPin(ANI.personId, '580213');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(await answer.opened.vault.open(sealed)).toBe(SECRET);
  });

  it('gets it back through the office where what is written of them is damaged, and no page hangs over it', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    const database = await openDB('patuh-device');
    const identity = await database.get('identities', ANI.personId);
    await database.put('identities', { ...identity, person: new Uint8Array(40) });
    database.close();
    const app = phone.start();
    expect(await app.resume()).toBeUndefined();
    expect(await app.tryPin(ANI.personId, PIN)).toEqual({ kind: 'lost' });
    const bytes = fromBase64(OFFICE.takeOut(identity.custody.wrapped, ANI.personId));
    const { vault } = await app.readmit({ person: ANI, pin: PIN, bytes, custody: identity.custody });
    expect(await vault.open(sealed)).toBe(SECRET);
  });

  it('keeps the key of the tab that was faster, where two make a first PIN at once', async () => {
    const phone = aPhone();
    const [one, other] = [phone.start(), phone.start()];
    const made = await Promise.allSettled([moveIn(one, ANI, PIN), moveIn(other, ANI, PIN)]);
    const sealed = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(sealed).toHaveLength(1);
    const answer = await phone.start().tryPin(ANI.personId, PIN);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(await answer.opened.vault.open(sealed[0]!)).toBe(SECRET);
  });

  it('cannot be opened with a copy of the database on another device', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    const { onDevice } = await import('../../../web/src/platform/identity/device-database.ts');
    const copied = await onDevice(async (database) => await database.getAll('identities'));
    const other = aPhone();
    await moveIn(other.start(), YOSEF, '314159');
    await onDevice(async (database) => {
      for (const identity of copied) await database.put('identities', identity);
    });
    expect((await other.start().tryPin(ANI.personId, PIN)).kind).toBe('lost');
  });
});

describe('whoever’s device lost its own key', () => {
  it('is told so, never that the PIN was wrong, and does not wait, also after the device made another key', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    await forgetDeviceKey();
    expect(await phone.start().resume()).toBeUndefined();
    const before = await tryAll(phone.start(), [...wrongPins(6), PIN]);
    await moveIn(phone.start(), YOSEF, '314159');
    const after = await tryAll(phone.start(), [...wrongPins(6), PIN]);
    expect([...before, ...after]).toEqual(Array.from({ length: 14 }, () => ({ kind: 'lost' })));
    expect(await phone.start().wait(ANI.personId)).toBe(0);
  });

  it('gets everything back through the office, and has a PIN again', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    const { custody } = (await phone.start().list())[0]!;
    await forgetDeviceKey();
    const bytes = fromBase64(OFFICE.takeOut(custody.wrapped, ANI.personId));
    await phone.start().readmit({ person: ANI, pin: PIN, bytes, custody });
    const answer = await phone.start().tryPin(ANI.personId, PIN);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(await answer.opened.vault.open(sealed)).toBe(SECRET);
  });
});

describe('whoever got their PIN from an earlier version', () => {
  it('opens their store with it, and from then on is told if the device loses its key', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    const database = await openDB('patuh-device');
    const { device: _, ...earlier } = await database.get('identities', ANI.personId);
    await database.put('identities', earlier);
    database.close();
    expect((await phone.start().tryPin(ANI.personId, PIN)).kind).toBe('open');
    await forgetDeviceKey();
    await moveIn(phone.start(), YOSEF, '314159');
    expect((await phone.start().tryPin(ANI.personId, PIN)).kind).toBe('lost');
  });
});

async function forgetDeviceKey(): Promise<void> {
  const database = await openDB('patuh-device');
  await database.delete('keys', 'device');
  database.close();
}

describe('a wrong PIN', () => {
  it('can be typed five times before one waits, then ever longer, up to a quarter of an hour', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    const answers = await tryAll(phone.start(), wrongPins(5));
    expect(answers.map((answer) => (answer.kind === 'wrong' ? answer.left : -1))).toEqual([4, 3, 2, 1, 0]);
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const wait = await phone.start().wait(ANI.personId);
      waits.push(wait / 1_000);
      phone.turnClock(wait);
      await phone.start().tryPin(ANI.personId, '900000');
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('does not even look at the right one before the wait is over, also after a restart', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    await tryAll(phone.start(), wrongPins(5));
    phone.turnClock(29_000);
    expect(await phone.start().tryPin(ANI.personId, PIN)).toEqual({ kind: 'wait', wait: 1_000 });
    phone.turnClock(1_000);
    const answer = await phone.start().tryPin(ANI.personId, PIN);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(await answer.opened.vault.open(sealed)).toBe(SECRET);
  });

  it('is forgotten after the right one', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    await tryAll(phone.start(), [...wrongPins(4), PIN]);
    expect(await phone.start().tryPin(ANI.personId, '900000')).toMatchObject({ kind: 'wrong', left: 4 });
  });

  it('makes one wait no longer than that where the clock was set back by a year, and no shorter', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    await tryAll(phone.start(), wrongPins(5));
    phone.turnClock(-365 * 24 * 60 * MINUTE);
    expect(await phone.start().wait(ANI.personId)).toBe(30_000);
    phone.turnClock(20_000);
    expect(await phone.start().wait(ANI.personId)).toBe(10_000);
  });

  it('counts when two tabs try at once', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    const [one, other] = [phone.start(), phone.start()];
    await Promise.all(wrongPins(8).map(async (pin, n) => await (n % 2 === 0 ? one : other).tryPin(ANI.personId, pin)));
    expect(await one.tryPin(ANI.personId, PIN)).toMatchObject({ kind: 'wait' });
  });
});

async function comesAndGoes(app: Identities): Promise<void> {
  await moveIn(app, YOSEF, '314159');
  await app.forget(YOSEF.personId);
}

describe('whoever just worked here', () => {
  it('goes on without a PIN after Android killed the browser, for a quarter of an hour since their last use', async () => {
    const phone = aPhone();
    const sealed = await moveIn(phone.start(), ANI, PIN);
    phone.turnClock(14 * MINUTE);
    await phone.start().touch(ANI.personId);
    phone.turnClock(14 * MINUTE);
    const resumed = await phone.start().resume();
    expect(await resumed?.vault.open(sealed)).toBe(SECRET);
    phone.turnClock(MINUTE);
    expect(await phone.start().resume()).toBeUndefined();
  });

  it.each([
    ['they locked it', async (app: Identities) => await app.endResume()],
    ['somebody else opened theirs', async (app: Identities) => await comesAndGoes(app)],
  ])('is asked for the PIN after %s', async (_, happens) => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    await happens(phone.start());
    expect((await phone.start().resume())?.person.personId).not.toBe(ANI.personId);
  });

  it('is asked for the PIN once the time was over, however the clock is turned and whatever is touched', async () => {
    const phone = aPhone();
    await moveIn(phone.start(), ANI, PIN);
    phone.turnClock(-MINUTE);
    expect(await phone.start().resume()).toBeUndefined();
    phone.turnClock(2 * MINUTE);
    await phone.start().touch(ANI.personId);
    expect(await phone.start().resume()).toBeUndefined();
    await phone.start().tryPin(ANI.personId, PIN);
    phone.turnClock(15 * MINUTE);
    await phone.start().touch(ANI.personId);
    expect(await phone.start().resume()).toBeUndefined();
  });
});
