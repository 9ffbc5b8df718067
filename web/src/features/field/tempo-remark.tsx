import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';

import { fieldFormText } from '../../text/id/field-form.ts';
import { useTempo } from './findings.ts';

/** Of an interview that was entered faster than it can be held: a calm word while the user may still be there. */
export function TempoRemark({ subjectId }: { readonly subjectId: SubjectId }): ReactElement | null {
  const count = useTempo().find((finding) => finding.subjectId === subjectId)?.count;
  if (count === undefined || count === null) return null;
  return <p className="tempo-remark">{fieldFormText.tooFast(count.found, count.needed)}</p>;
}
