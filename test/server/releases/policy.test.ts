import {
  type ApprovalFacts,
  type PreparationFacts,
  whyNotApprove,
  whyNotPrepare,
  whyNotPublish,
  whyNotPublishNow,
} from '@patuh/server/features/releases/policy';
import { ASSESSMENT_STATES } from '@patuh/shared/domain/assessment';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { PersonId } from '@patuh/shared/domain/ids';
import { PublicationId } from '@patuh/shared/publication/payload';
import { describe, expect, it } from 'vitest';

import { grant } from '../../support/people.ts';

const FIRST = PublicationId.parse('53-2024-1');
const SECOND = PublicationId.parse('53-2024-2');
const [ANI, BUDI] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'].map((id) =>
  PersonId.parse(id),
) as [PersonId, PersonId];

describe('who may publish a province', () => {
  it.each([
    ['its head', grant('head', '53'), undefined],
    ['the head of another province', grant('head', '19'), 'not-found'],
    ['a national administrator', grant('national-admin'), undefined],
    ['its verifier', grant('verifier', '53'), 'not-found'],
    ['a Sekda office', grant('sekda', '53.09'), 'not-found'],
  ])('%s', (_who, given, reason) => {
    expect(whyNotPublish({ grants: [given] }, ProvinceCode.parse('53'))).toBe(reason);
  });
});

describe('preparing', () => {
  const ready: PreparationFacts = {
    inPreparation: false,
    current: undefined,
    decreeDate: '2024-11-14',
    today: '2024-11-14',
    units: [{ state: 'final' }, { state: 'not-assessed' }],
  };
  const replaces = (id: PublicationId) => ({ replaces: id });

  it.each<[string, Partial<PreparationFacts>, Parameters<typeof whyNotPrepare>[1], string | undefined]>([
    ['a first publication', {}, null, undefined],
    ['beside another preparation', { inPreparation: true }, null, 'release-in-preparation'],
    ['with a decree of tomorrow', { today: '2024-11-13' }, null, 'decree-date-in-future'],
    ['a correction of nothing', {}, replaces(FIRST), 'nothing-to-correct'],
    ['what is published, without naming it', { current: { id: FIRST } }, null, 'correction-needed'],
    ['a correction of an older one', { current: { id: SECOND } }, replaces(FIRST), 'correction-needed'],
    ['a correction of what is public', { current: { id: SECOND } }, replaces(SECOND), undefined],
  ])('%s', (_what, facts, correction, reason) => {
    expect(whyNotPrepare({ ...ready, ...facts }, correction)).toBe(reason);
  });

  it.each(ASSESSMENT_STATES)('with a unit that is %s', (state) => {
    const reason = whyNotPrepare({ ...ready, units: [{ state: 'final' }, { state }] }, null);
    expect(reason).toBe(state === 'final' || state === 'not-assessed' ? undefined : 'release-blocked');
  });
});

describe('approving', () => {
  const preparedBy = { id: ANI, name: 'Ani' };
  it.each([
    ['what somebody else prepared', BUDI, 'prepared', undefined],
    ['what one prepared oneself', ANI, 'prepared', 'second-person-needed'],
    ['what is published', BUDI, 'published', 'release-decided'],
    ['what was withdrawn', BUDI, 'withdrawn', 'release-decided'],
  ] as const)('%s', (_what, personId, state, reason) => {
    expect(whyNotApprove({ personId }, { state, preparedBy })).toBe(reason);
  });

  const same = { seen: 'a', prepared: 'a', stored: 'a', now: 'a' };
  const facts: ApprovalFacts = { units: [{ state: 'final' }], hashes: same, replaces: null, current: null };
  it.each<[string, Partial<ApprovalFacts>, string | undefined]>([
    ['while everything is as it was', {}, undefined],
    ['after a unit was reopened', { units: [{ state: 'returned' }] }, 'release-blocked'],
    ['of something else than was seen', { hashes: { ...same, seen: 'b' } }, 'release-changed'],
    ['of content that was tampered with', { hashes: { ...same, stored: 'b' } }, 'release-changed'],
    ['after results changed', { hashes: { ...same, now: 'b' } }, 'release-changed'],
    ['when there is no result any more', { hashes: { ...same, now: null } }, 'release-changed'],
    ['after another publication', { current: FIRST }, 'release-changed'],
    ['of a correction whose publication was corrected', { replaces: FIRST, current: SECOND }, 'release-changed'],
  ])('%s', (_when, change, reason) => {
    expect(whyNotPublishNow({ ...facts, ...change })).toBe(reason);
  });
});
