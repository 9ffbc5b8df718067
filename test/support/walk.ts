import { makeDemo } from '@patuh/seeds/demo';
import { DEMO_PEOPLE, type DemoPersonKey } from '@patuh/seeds/demo/people';
import { EAST, WEST } from '@patuh/seeds/demo/places';
import { assessmentIdOf, DEMO_SEASONS, type DemoSeason } from '@patuh/seeds/demo/seasons';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { sectionsOf } from '@patuh/shared/sync/sections';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

import { handIn, pulled, pushAll } from './assessments.ts';
import type { Visited } from './browser.ts';
import { aDevice, fullAnswers } from './changes.ts';
import { givePin } from './field-phone.ts';
import { type Client, signedIn } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import { lookAtAll } from './review.ts';
import type { Site, SiteOptions } from './site.ts';

/** The way from the first tap to the public page, in one government of Provinsi Contoh in which nobody has begun. */

const INSTRUMENT = instrumentOf(2024);
const PLAN = compileInstrument(INSTRUMENT);

const [before, season] = DEMO_SEASONS;
const untouched = nobodyBegan(season, EAST);

function nobodyBegan({ stories }: DemoSeason, government: GovernmentCode): DemoSeason['stories'] {
  return stories
    .filter(({ unit }) => unit.government === government)
    .map((story) => ({ ...story, course: { to: 'assigned' as const } }));
}

const { next: _planned, ...demo } = makeDemo(INSTRUMENT);

/** The people and places of the demo; of its season only the seven units of one government, all still to be visited. */
export const UNTOUCHED: NonNullable<SiteOptions['demo']> = {
  ...demo,
  seasons: [
    { ...before, stories: nobodyBegan(before, WEST) },
    { ...season, stories: untouched },
  ],
  steps: [],
};

export interface WalkUnit {
  readonly id: AssessmentId;
  readonly name: string;
}

/** In the order of the season. */
export const UNITS: readonly WalkUnit[] = untouched.map(({ unit }) => ({
  id: assessmentIdOf(season.year, unit),
  name: unit.name,
}));

/** A device of one of the demo's people, for what the walk does not show on a screen. */
export async function deviceOf(site: Site, key: DemoPersonKey): Promise<Client> {
  const { id, grants } = DEMO_PEOPLE[key];
  return await signedIn(site, { id, grants: [...grants] });
}

/** Signs in on the sign-in page as the demo offers it: one press on the person, one on the button. */
export async function signInAs(
  visited: Visited,
  key: DemoPersonKey,
  viewport: Viewport,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const { page } = await visited.reader({ viewport, ...more });
  await page.goto('/masuk');
  const card = page.locator('.demo-sign-ins__card', { hasText: DEMO_PEOPLE[key].name });
  await card.waitFor({ state: 'attached' });
  // Of each role one is in sight.
  if (!(await card.isVisible())) await page.locator('.demo-sign-ins summary').click();
  await card.click();
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'));
  if (new URL(page.url()).pathname === '/lapangan') await givePin(page);
  return page;
}

type Viewport = { readonly width: number; readonly height: number };

/** Taps a level of every question on the page; `levelOf` gets how many were tapped before. Answers with their number. */
export async function tapAll(page: Page, levelOf: (index: number) => number): Promise<number> {
  const questions = page.locator('.question');
  await questions.first().waitFor();
  const count = await questions.count();
  for (let index = 0; index < count; index += 1) await tapLevel(questions.nth(index), levelOf(index));
  return count;
}

/** Taps one level of a question; fewer levels than that: the highest there is. */
export async function tapLevel(question: Locator, level: number): Promise<void> {
  const marks = question.locator('.choice', { has: question.page().locator('.choice__mark') });
  const highest = (await marks.count()) - 1;
  const choice = marks.nth(Math.min(level, highest));
  await choice.click();
  await choice.locator('input:checked').waitFor();
}

/** Until the page says that everything has reached the server. */
export async function allSent(page: Page): Promise<void> {
  await page.getByText(/^Semua jawaban sudah di server/).waitFor();
}

/** A colleague's unit: answered, handed in and, unless told otherwise, accepted, on the same road but without screens. */
export async function finishUnit(
  field: Client,
  office: Client,
  { id, quality }: { readonly id: AssessmentId; readonly quality: number },
): Promise<void> {
  const { unit } = await pulled(field, id);
  let asked = 0;
  const level = ({ maximum }: { readonly maximum: number }): number => {
    asked += 1;
    return (asked * 7) % 10 < quality ? maximum : Math.max(0, maximum - 2);
  };
  await pushAll(field, fullAnswers(INSTRUMENT, unit.kind, { assessmentId: id, device: aDevice(), users: 12, level }));
  expectOk(await handIn(field, id));
  await acceptAll(office, id);
}

/** Accepts every section of a unit that was handed in. */
export async function acceptAll(office: Client, id: AssessmentId): Promise<void> {
  const path = `/api/office/assessments/${id}`;
  await lookAtAll(office, id);
  for (const { id: section } of sectionsOf(INSTRUMENT)) {
    const { body } = await office.get(path);
    const { assessment } = body as { assessment: AssessmentView };
    if (assessment.state === 'verified' || assessment.state === 'final') return;
    expectOk(await office.post(`${path}/sections/${section}/acceptance`, { version: assessment.version }));
  }
}

export interface Expected {
  readonly government: string;
  readonly units: ReadonlyMap<AssessmentId, string>;
}

/** What `shared/scoring` makes of the answers of a unit that the server holds now, in hundredths. */
async function scoreOf(field: Client, id: AssessmentId): Promise<number> {
  const { unit, cells } = await pulled(field, id);
  const { kind: unitKind, name } = unit;
  const scored = scoreUnit(PLAN, { unitKind, ...scoringInput(INSTRUMENT, unitKind, cells) });
  if (scored.kind !== 'scored') throw new RangeError(`${name} is ${scored.kind}`);
  return scored.score;
}

/** The same as a reader sees it. */
export async function unitByHand(field: Client, id: AssessmentId): Promise<string> {
  return inWords(await scoreOf(field, id));
}

/** The score of the government and of its units: the mean of the rounded unit scores, half up (rule of 2022–2024). */
export async function scoredByHand(field: Client): Promise<Expected> {
  const scores = new Map<AssessmentId, number>();
  for (const { id } of UNITS) scores.set(id, await scoreOf(field, id));
  const sum = [...scores.values()].reduce((total, score) => total + score, 0);
  return {
    government: inWords(Math.floor((2 * sum + scores.size) / (2 * scores.size))),
    units: new Map([...scores].map(([id, score]) => [id, inWords(score)])),
  };
}

/** Hundredths as a reader sees them: 8265 → 82,65. */
function inWords(score: number): string {
  return (score / 100).toFixed(2).replace('.', ',');
}

function expectOk({ status, body }: { readonly status: number; readonly body: unknown }): void {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
}
