import type { Finding } from '../contracts/checks.ts';

type Details = Partial<Omit<Finding, 'weight' | 'kind'>>;

const NOTHING = { indicatorId: null, subjectId: null, subjectKind: null, count: null, otherIndicatorId: null };

/** Keeps a unit from being handed in. */
export function blocks(kind: Finding['kind'], details: Details = {}): Finding {
  return { ...NOTHING, weight: 'blocks', kind, ...details };
}

/** Is shown to both sides and keeps nobody from anything. */
export function remark(kind: Finding['kind'], details: Details = {}): Finding {
  return { ...NOTHING, weight: 'remark', kind, ...details };
}
