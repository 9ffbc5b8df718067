import type { OddInterview } from '@patuh/shared/contracts/verification';
import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';

const text = deskText.odd;
/** So many are named; the others are in the table. */
const AT_A_GLANCE = 5;

export function oddAt({ office }: UnitModel, subjectId: string): OddInterview | undefined {
  return office.oddInterviews.find((one) => one.subjectId === subjectId);
}

/** “Janggal: sama dengan wawancara lain”, in the row of the user. */
export function OddFlag({ odd }: { readonly odd: OddInterview }): ReactElement {
  return (
    <span className="office-flag desk-odd">
      <span aria-hidden="true">⚠ </span>
      {text.flag(odd.marks.map((mark) => text.short[mark]).join(', '))}
    </span>
  );
}

/** The same in sentences, with whom it is alike. */
export function OddReasons({ model, odd }: { readonly model: UnitModel; readonly odd: OddInterview }): ReactElement {
  const like = odd.like.flatMap((id) => model.subjects.find((subject) => subject.id === id) ?? []).map(subjectName);
  return (
    <ul className="office-remarks">
      {odd.marks.map((mark) => (
        <li key={mark}>{text.long[mark](odd.elsewhere ?? text.anotherUnit)}</li>
      ))}
      {like.length === 0 ? null : (
        <li>{text.like(like.slice(0, AT_A_GLANCE).join(', '), Math.max(0, like.length - AT_A_GLANCE))}</li>
      )}
      <li>{text.noProof}</li>
    </ul>
  );
}
