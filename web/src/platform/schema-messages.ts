import * as z from 'zod/mini';

import { fieldText } from '../text/id/field.ts';

/** Called once at the start: refused fields are explained in our own words. */
export function speakIndonesian(): void {
  z.config({ customError: (issue) => messageOf(issue) });
}

function messageOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? fieldText.atLeast(Number(issue.minimum))
      : fieldText.tooFew(Number(issue.minimum));
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? fieldText.atMost(Number(issue.maximum))
      : fieldText.tooMany(Number(issue.maximum));
  }
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return fieldText.required;
  if (issue.code === 'invalid_format' && issue.input === '') return fieldText.required;
  return fieldText.wrongForm;
}
