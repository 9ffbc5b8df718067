import {
  approveRelease,
  listReleases,
  previewRelease,
  type Release,
  withdrawRelease,
} from '@patuh/shared/contracts/releases';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import { ZONES } from '@patuh/shared/domain/zone';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { provinceName } from '../../text/id/places.ts';
import { releasesText as text } from '../../text/id/releases.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatDate } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';

interface DecisionProps {
  readonly release: Release;
  readonly ranking: Ranking;
}

/** The second person approves exactly what is shown, or either of the two takes it back. */
export function Decision({ release, ranking }: DecisionProps): ReactElement {
  const [asked, setAsked] = useState<'approve' | 'withdraw' | null>(null);
  return (
    <section className="section" aria-labelledby="putusan">
      <h2 id="putusan">{text.decision}</h2>
      {release.preparedByMe ? <p>{text.cannotApprove}</p> : <p>{text.waitingOther}</p>}
      <div className="actions">
        {release.preparedByMe ? null : (
          <button type="button" className="button" onClick={() => setAsked('approve')}>
            {text.approve}
          </button>
        )}
        <button type="button" className="button button--quiet button--danger" onClick={() => setAsked('withdraw')}>
          {text.withdraw}
        </button>
      </div>
      {asked === 'approve' ? <Approval release={release} ranking={ranking} onClose={() => setAsked(null)} /> : null}
      {asked === 'withdraw' ? <Withdrawal release={release} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function Approval({ release, ranking, onClose }: DecisionProps & { readonly onClose: () => void }): ReactElement {
  const { id, contentHash, province, year, decree } = release;
  const action = useAction(approveRelease, [listReleases, previewRelease]);
  return (
    <ConfirmDialog
      open
      title={text.approveTitle}
      confirm={action.isPending ? text.approving : text.approve}
      cancel={text.cancel}
      busy={action.isPending}
      onCancel={onClose}
      onConfirm={() => action.mutate({ params: { releaseId: id }, body: { contentHash } }, { onSuccess: onClose })}
    >
      <p>{text.approveBody(provinceName(province.name), year)}</p>
      <p>{text.approveCounts}</p>
      <Counts ranking={ranking} />
      <p>{text.decreeOf(decree.number, formatDate(decree.date))}</p>
      <p className="small">
        {text.contentHash}: <code className="mono release-hash">{contentHash}</code>
      </p>
      <label className="check">
        <input type="checkbox" required />
        <span>{text.approveSeen}</span>
      </label>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}

function Counts({ ranking: { counts, coverage, zoned } }: Pick<DecisionProps, 'ranking'>): ReactElement {
  return (
    <>
      <ul className="release-counts">
        <li>{text.assessed(counts.assessed)}</li>
        {(zoned ? ZONES : []).map((zone) => (
          <li key={zone}>
            <ZoneBadge zone={zone} /> {counts[zone].count}
          </li>
        ))}
      </ul>
      {coverage.complete || coverage.expected === null ? null : (
        <p>
          <strong>{text.incomplete(coverage.known, coverage.expected)}</strong>
        </p>
      )}
    </>
  );
}

function Withdrawal({
  release,
  onClose,
}: Pick<DecisionProps, 'release'> & { readonly onClose: () => void }): ReactElement {
  const action = useAction(withdrawRelease, [listReleases, previewRelease]);
  return (
    <ConfirmDialog
      open
      title={text.withdrawTitle}
      confirm={text.withdraw}
      cancel={text.cancel}
      busy={action.isPending}
      onCancel={onClose}
      onConfirm={() => action.mutate({ params: { releaseId: release.id } }, { onSuccess: onClose })}
    >
      <p>{text.withdrawBody}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}
