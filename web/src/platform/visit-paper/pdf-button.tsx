import type { VisitReport } from '@patuh/shared/sync/visit-report';
import { type ReactElement, useState } from 'react';

import { visitText } from '../../text/id/visit.ts';

type Making = 'no' | 'now' | 'failed';

/** Makes the paper on this device and hands it over: to other apps where the device can, and as a file everywhere. */
export function PdfButton({ report }: { readonly report: VisitReport }): ReactElement {
  const [making, setMaking] = useState<Making>('no');
  const make = async (handOver: (file: File) => Promise<void> | void): Promise<void> => {
    setMaking('now');
    try {
      await handOver(await fileFor(report));
      setMaking('no');
    } catch {
      setMaking('failed');
    }
  };
  return (
    <>
      <div className="actions">
        <button
          type="button"
          className="button button--quiet"
          disabled={making === 'now'}
          onClick={() => void make(download)}
        >
          {making === 'now' ? visitText.making : visitText.pdf}
        </button>
        {canShare() ? (
          <button
            type="button"
            className="button button--quiet"
            disabled={making === 'now'}
            onClick={() => void make(share)}
          >
            {visitText.share}
          </button>
        ) : null}
      </div>
      {making === 'failed' ? <p role="alert">{visitText.pdfFailed}</p> : null}
    </>
  );
}

async function fileFor(report: VisitReport): Promise<File> {
  const { visitPdf } = await import('./visit-pdf.ts');
  const unit = report.unit.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return new File([visitPdf(report)], visitText.fileName(unit, report.visit.date), { type: 'application/pdf' });
}

function download(file: File): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = file.name;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function canShare(): boolean {
  const probe = new File([''], 'a.pdf', { type: 'application/pdf' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [probe] });
}

async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file], title: visitText.title });
  } catch (error) {
    // Somebody who closes the sheet of the phone has changed their mind.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
