import { whyNotRecordNotAssessed, whyNotReopen, whyNotSubmit } from '@patuh/server/features/assessments/policy';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import { describe, expect, it } from 'vitest';

const OPEN = new Set<AssessmentState>(['assigned', 'in-progress', 'returned']);

describe.each(ASSESSMENT_STATES)('a unit that is %s', (state) => {
  const standing = { state, version: 7, unchangedSince: 7, published: false };
  const closed = OPEN.has(state) ? undefined : 'assessment-not-open';

  it('is handed in by the assessor of its team only', () => {
    expect(whyNotSubmit('assessor', standing)).toBe(closed);
    expect(whyNotSubmit('enumerator', standing)).toBe('not-permitted');
    expect(whyNotSubmit(undefined, standing)).toBe('not-found');
  });

  it('is recorded as not assessed by its team, who saw what has been answered', () => {
    expect(whyNotRecordNotAssessed('assessor', standing, 7)).toBe(closed);
    expect(whyNotRecordNotAssessed('enumerator', standing, 7)).toBe(closed);
    expect(whyNotRecordNotAssessed('enumerator', standing, 6)).toBe(closed ?? 'changed-meanwhile');
    expect(whyNotRecordNotAssessed(undefined, standing, 7)).toBe('not-found');
  });

  it('is reopened by its team if it was not assessed and nothing is published', () => {
    const whyNot = state === 'not-assessed' ? undefined : 'already-decided';
    expect(whyNotReopen('enumerator', standing, 7)).toBe(whyNot);
    expect(whyNotReopen('enumerator', standing, 6)).toBe(whyNot ?? 'changed-meanwhile');
    expect(whyNotReopen('assessor', { ...standing, published: true }, 7)).toBe(whyNot ?? 'assessment-published');
    expect(whyNotReopen(undefined, standing, 7)).toBe('not-found');
  });
});
