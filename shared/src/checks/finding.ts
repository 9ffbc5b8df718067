import type { Finding } from '../contracts/checks.ts';
import type { WarningKind } from '../domain/explanation.ts';

type Details = Partial<Omit<Finding, 'weight' | 'kind'>>;

const NOTHING = {
  indicatorId: null,
  subjectId: null,
  subjectKind: null,
  count: null,
  otherIndicatorId: null,
  evidenceKind: null,
};

/** Keeps a unit from being handed in. */
export function blocks(kind: Finding['kind'], details: Details = {}): Finding {
  return { ...NOTHING, weight: 'blocks', kind, ...details };
}

/** Keeps a unit from being handed in until the team has said a sentence to it. */
export function warns(kind: WarningKind, details: Details = {}): Finding {
  return { ...NOTHING, weight: 'warns', kind, ...details };
}

/** Is shown to both sides and keeps nobody from anything. */
export function remark(kind: Finding['kind'], details: Details = {}): Finding {
  return { ...NOTHING, weight: 'remark', kind, ...details };
}
