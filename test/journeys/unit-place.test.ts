import { currentValues } from '@patuh/shared/sync/values';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { pulled } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aFieldTeam, allSent, type FieldTeam, openField } from '../support/field-phone.ts';

/** Where a unit is: set on the spot, by the phone in somebody’s hand. */

const KUPANG = { latitude: -10.1772, longitude: 123.607, accuracy: 12.4 };
const ALLOWED = { permissions: ['geolocation'], geolocation: KUPANG, hasTouch: true };

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const place = (page: Page): Locator => page.getByRole('region', { name: 'Letak unit' });
const held = async ({ enumerator, assessment }: FieldTeam) => (await pulled(enumerator, assessment.id)).cells;

describe('the place of a unit', () => {
  it('is set in one tap by whoever stands there, without a network', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(ALLOWED);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}`);
    await place(page).getByText('Belum ditetapkan.').waitFor();
    await allSent(page);
    await page.context().setOffline(true);
    await place(page).getByRole('button', { name: 'Tetapkan dari HP ini' }).tap();
    await place(page).getByText('Ditetapkan (±12 m).').waitFor();
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(page);
    expect(currentValues(await held(team)).unitPlace).toEqual({
      latitude: -10_177_200,
      longitude: 123_607_000,
      accuracy: 12,
    });
  });

  it('is not set by a phone that does not know well where it is, and is once it does', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader({ ...ALLOWED, geolocation: { ...KUPANG, accuracy: 1_500 } });
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}`);
    await place(page).getByRole('button', { name: 'Tetapkan dari HP ini' }).tap();
    await place(page).getByText('dengan selisih 1.500 m').waitFor();
    expect(await textOn(page, '.unit-place')).toContain('Belum ditetapkan.');
    await page.context().setGeolocation(KUPANG);
    await place(page).getByRole('button', { name: 'Tetapkan dari HP ini' }).tap();
    await place(page).getByText('Ditetapkan (±12 m).').waitFor();
    expect(await place(page).getByRole('alert').count()).toBe(0);
  });

  it('is asked of the phone by that tap alone; a refusal is told with what can be done', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader({ hasTouch: true });
    await page.addInitScript(() => {
      const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
      navigator.geolocation.getCurrentPosition = (...asked) => {
        Object.assign(window, { askedForPlace: true });
        ask(...asked);
      };
    });
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}`);
    await place(page).waitFor();
    expect(await page.evaluate(() => 'askedForPlace' in window)).toBe(false);
    await place(page).getByRole('button', { name: 'Tetapkan dari HP ini' }).tap();
    await place(page).getByText('HP ini tidak mengizinkan letaknya dibaca.').waitFor();
    expect(await place(page).getByRole('button', { name: 'Tetapkan dari HP ini' }).isEnabled()).toBe(true);
    expect(currentValues(await held(team)).unitPlace).toBeNull();
  });
});
