/**
 * Version of the scoring rules in code, stored with every computed score. It rises when the same answers under the same
 * instrument could give another score; the rules of a year are data of the instrument and do not touch it.
 */
export const SCORING_RULES = 'patuh-scoring/1';
