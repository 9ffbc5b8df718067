import type { ChainReport } from '@patuh/shared/publication/chain';
import type { FileReport } from '@patuh/shared/publication/verify-file';
import type { VerifyReport } from '@patuh/shared/publication/verify';
import type { ReactElement } from 'react';

import { chainFaultText, differenceText, reportText as text } from '../../text/id/verification-report.ts';

/** What was found, file by file, the first difference of each named, then how they hang together. */
export function ReportView({ report }: { readonly report: VerifyReport }): ReactElement {
  const { files, chains, keyIds, trustedKey } = report;
  return (
    <>
      <h3>{text.resultTitle}</h3>
      <p className={report.ok ? 'verify__verdict verify__verdict--good' : 'verify__verdict verify__verdict--bad'}>
        <span aria-hidden="true">{report.ok ? '✓' : '✗'}</span> {verdict(report)}
      </p>
      <ul className="verify__files">
        {files.map((file) => (
          <FileLine key={file.name} file={file} />
        ))}
      </ul>
      {chains.map((chain) => (
        <ChainLines key={chain.chain} chain={chain} />
      ))}
      {report.ok && trustedKey === undefined
        ? keyIds.map((keyId) => (
            <p key={keyId} className="small">
              {text.keyUnchecked(keyId)}
            </p>
          ))
        : null}
      {report.ok && trustedKey !== undefined ? <p className="small">{text.keyChecked}</p> : null}
    </>
  );
}

function verdict({ files, ok }: VerifyReport): string {
  const bad = files.filter((file) => !file.ok).length;
  if (ok) return text.allGood(files.length);
  return bad === 0 ? text.chainsBad : text.notGood(bad, files.length);
}

function FileLine({ file: { name, ok, publication, differences } }: { readonly file: FileReport }): ReactElement {
  const [first, ...others] = differences;
  return (
    <li>
      <strong>{publication === null ? name : text.published(publication.payload.title, publication.payload.id)}</strong>
      {publication?.payload.chain === 'demo' ? <p>{text.demo}</p> : null}
      {ok || first === undefined ? (
        <p>{text.fileGood}</p>
      ) : (
        <p className="verify__difference">
          {text.fileBad} {differenceText(first)}
          {others.length === 0 ? '' : ` (${text.more(others.length)})`}.
        </p>
      )}
    </li>
  );
}

function ChainLines({ chain: { links, faults, beginsLater } }: { readonly chain: ChainReport }): ReactElement {
  return (
    <>
      {faults.length === 0 ? <p>{text.chainGood(links.length)}</p> : null}
      {faults.map((fault) => (
        <p key={JSON.stringify(fault)} className="verify__difference">
          {chainFaultText(fault)}.
        </p>
      ))}
      {beginsLater ? <p className="small">{text.chainLater}</p> : null}
    </>
  );
}
