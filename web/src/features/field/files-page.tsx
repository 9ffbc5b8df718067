import type { ReactElement } from 'react';
import { Link } from 'wouter';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { CarriedFile } from '../../platform/field-store/field-store.ts';
import { fieldFilesText } from '../../text/id/field-files.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { CarriedList } from './carried-list.tsx';
import { OwnFilePanel } from './own-file-panel.tsx';
import { UNITS_PATH } from './paths.ts';
import { TakeInPanel } from './take-in-panel.tsx';
import { useNow } from './use-now.ts';
import { useStored } from './use-stored.ts';

/** Answers as files, for days without a network: one's own to keep or hand over, those of colleagues to carry. */
export function FilesPage(): ReactElement {
  const now = useNow();
  return (
    <AppPage
      title={fieldFilesText.title}
      lead={fieldFilesText.lead}
      above={
        <Link className="back" href={UNITS_PATH}>
          {fieldFilesText.back}
        </Link>
      }
    >
      <OwnFilePanel now={now} />
      <section className="section" aria-labelledby="titipan">
        <h2 id="titipan">{fieldFilesText.carried.title}</h2>
        <p>{fieldFilesText.carried.explain}</p>
        <TakeInPanel />
        <CarriedList files={useStored(carriedIn) ?? []} now={now} />
      </section>
    </AppPage>
  );
}

async function carriedIn({ store }: FieldDesk): Promise<readonly CarriedFile[]> {
  return await store.carried();
}
