import type { ReadyKind } from '@patuh/shared/contracts/ready';
import type { SubjectKind } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { ANY_HEAD, readyKinds } from '../../text/id/ready-kinds.ts';
import { readyText as text } from '../../text/id/ready.ts';
import { Tag } from '../../ui/notice.tsx';
import type { SubjectGroup } from './by-subject.ts';
import { Question } from './question.tsx';

interface SubjectSectionProps {
  readonly group: SubjectGroup;
  readonly year: number;
  readonly kind: ReadyKind;
}

export function subjectAnchor(subject: SubjectKind): string {
  return `bagian-${subject}`;
}

/** Everything that is asked of one kind of subject, beginning with who that is and what they should know. */
export function SubjectSection({ group, year, kind }: SubjectSectionProps): ReactElement {
  const { subject, indicators } = group;
  const words = text.subjects[subject];
  return (
    <section className="section" aria-labelledby={subjectAnchor(subject)}>
      <h2 id={subjectAnchor(subject)}>{words.title}</h2>
      <ul>
        <Counted group={group} />
        <OfKind subject={subject} kind={kind} />
        {words.remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <ul className="ready-questions">
        {indicators.map((indicator) => (
          <Question key={indicator.id} indicator={indicator} year={year} kind={kind.id} />
        ))}
      </ul>
    </section>
  );
}

function Counted({ group: { subject, count } }: Pick<SubjectSectionProps, 'group'>): ReactElement | null {
  const words = text.subjects[subject];
  if (count === null || !('counted' in words)) return null;
  return (
    <li>
      {text.count(count.target, count.minimum, words.counted)} {count.official ? null : <Tag>{text.unofficial}</Tag>}
    </li>
  );
}

/** What differs between kinds of unit: how their products and their officers are called. */
function OfKind({ subject, kind }: { readonly subject: SubjectKind; readonly kind: ReadyKind }): ReactElement | null {
  const words = readyKinds[kind.id];
  if (subject === 'officer') return <li>{text.officers(words?.head ?? ANY_HEAD)}</li>;
  if (subject === 'product' && words?.products !== undefined) return <li>{text.products(words.products)}</li>;
  return null;
}
