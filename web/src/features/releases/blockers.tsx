import type { ReleaseBlocker } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { releasesText as text, unitStateWords } from '../../text/id/releases.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What is not final yet, each leading to its unit. */
export function Blockers({ blockers }: { readonly blockers: readonly ReleaseBlocker[] }): ReactElement | null {
  if (blockers.length === 0) return null;
  return (
    <>
      <Notice tone="caution" title={text.blocked(blockers.length)}>
        <p>{text.blockedBody}</p>
      </Notice>
      <DataTable
        cards
        caption={text.blockerCaption}
        captionHidden
        head={
          <>
            <Column>{text.unit}</Column>
            <Column>{text.government}</Column>
            <Column>{text.state}</Column>
          </>
        }
      >
        {blockers.map(({ assessmentId, unit, government, state }) => (
          <Row key={assessmentId ?? `${government} ${unit}`}>
            <RowHead>
              {assessmentId === null ? unit : <Link href={`/kantor/unit/${assessmentId}`}>{unit}</Link>}
            </RowHead>
            <Cell label={text.government}>{government}</Cell>
            <Cell label={text.state}>{unitStateWords(state)}</Cell>
          </Row>
        ))}
      </DataTable>
    </>
  );
}
