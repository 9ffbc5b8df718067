import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldNextText } from '../../text/id/field-next.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import type { GoOn } from './go-on.ts';

interface GoOnLinkProps {
  readonly next: GoOn;
  readonly state: AssessmentState;
  /** Id of the element that names the unit: every card has such a link. */
  readonly of: string;
}

/** From the card of a unit to where one goes on, without the way over its contents. */
export function GoOnLink({ next, state, of }: GoOnLinkProps): ReactElement {
  const { label, detail } = wordsOf(next, state);
  return (
    <Link
      className={next.kind === 'look' ? 'button button--quiet go-on' : 'button go-on'}
      href={next.href}
      aria-describedby={of}
    >
      {label}
      {detail === undefined ? null : <span className="go-on__detail"> {detail}</span>}
    </Link>
  );
}

function wordsOf(next: GoOn, state: AssessmentState): { readonly label: string; readonly detail?: string } {
  const { start, goOn, repair, look, question, addUsers, points } = fieldNextText;
  switch (next.kind) {
    case 'question': {
      const { indicator, subject } = next.question;
      const kind = fieldWords.subjects[subject.kind];
      const name = subject.kind === 'unit' ? kind : fieldWords.numbered(kind, subject.number);
      return { label: state === 'assigned' ? start : goOn, detail: question(indicator.name, name) };
    }
    case 'users':
      return { label: goOn, detail: addUsers(next.missing) };
    case 'points':
      return { label: repair, detail: points(next.count) };
    case 'look':
      return { label: look };
    default:
      return next satisfies never;
  }
}
