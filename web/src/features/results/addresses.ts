import type { GovernmentResult } from '@patuh/shared/contracts/results';

type Where = Pick<GovernmentResult, 'period' | 'government'>;

export function governmentAddress({ period, government }: Where): string {
  return `/sekda/${period.id}/${government.code}`;
}

export function unitAddress(where: Where, assessmentId: string): string {
  return `${governmentAddress(where)}/unit/${assessmentId}`;
}

/** The page everybody can read, of the published result. */
export function publicAddress({ period, government }: Where): string {
  return `/pemda/${government.code}/${period.year}`;
}
