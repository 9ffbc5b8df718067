import type { AuditDifference } from '@patuh/shared/contracts/audit';
import type { ReactElement } from 'react';

import { auditText } from '../../text/id/audit.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDay } from '../../ui/moment.ts';
import { fieldWords, subjectOfCell, tokenWords, valueWords } from './audit-words.ts';

interface DifferencesProps {
  readonly differences: readonly AuditDifference[];
  readonly more: number;
}

/** Before and after. A single one is shown at once, many behind their number. */
export function Differences({ differences, more }: DifferencesProps): ReactElement | null {
  if (differences.length === 0) return null;
  const table = <DifferenceTable differences={differences} more={more} />;
  if (differences.length === 1) return table;
  return (
    <details>
      <summary>{auditText.differences(differences.length + more)}</summary>
      {table}
    </details>
  );
}

function DifferenceTable({ differences, more }: DifferencesProps): ReactElement {
  const head = (
    <>
      <Column>{auditText.what}</Column>
      <Column>{auditText.before}</Column>
      <Column>{auditText.after}</Column>
    </>
  );
  return (
    <>
      <DataTable caption={auditText.differences(differences.length)} captionHidden cards head={head}>
        {differences.map((difference, index) => {
          const { what, before, after } = wordsOf(difference);
          return (
            // Two changes of one field in one push differ by nothing but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Row key={index}>
              <RowHead>{what}</RowHead>
              <Cell label={auditText.before}>{before}</Cell>
              <Cell label={auditText.after}>{after}</Cell>
            </Row>
          );
        })}
      </DataTable>
      {more === 0 ? null : <p className="small soft">{auditText.more(more)}</p>}
    </>
  );
}

function wordsOf(difference: AuditDifference): {
  readonly what: string;
  readonly before: string;
  readonly after: string;
} {
  switch (difference.kind) {
    case 'word':
      return {
        what: auditText.state,
        before: difference.before === null ? auditText.nothingYet : tokenWords(difference.before),
        after: difference.after === null ? auditText.nothingYet : tokenWords(difference.after),
      };
    case 'cell': {
      const field = fieldWords(difference.after.field);
      const place = [difference.indicator ?? '', subjectOfCell(difference), field].filter(Boolean).join(' · ');
      return { what: place, before: valueWords(difference.before), after: valueWords(difference.after) };
    }
    case 'removed': {
      const place = [difference.indicator ?? '', subjectOfCell(difference), fieldWords(difference.field)];
      const words = auditText.removed(difference.at === null ? null : formatDay(difference.at));
      return { what: place.filter(Boolean).join(' · '), before: words, after: words };
    }
    default:
      return difference satisfies never;
  }
}
