/**
 * What should make somebody look again at who visits what. None of it is forbidden: an office of four people cannot always
 * do otherwise, but it should know, and say why.
 */
export const PLAN_WARNINGS = [
  /** A member would assess the government they come from. */
  'home-government',
  /** A member assessed the same unit in the season before. */
  'same-as-last-season',
  /** A member is to verify what their own team collects. */
  'verifies-there',
  /** The team has far more units than the others. */
  'workload',
  /** The team has units, and no assessor who could hand them in. */
  'nobody-hands-in',
] as const;
export type PlanWarningKind = (typeof PLAN_WARNINGS)[number];
