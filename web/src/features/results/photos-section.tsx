import type { ResultEvidence } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';

import { resultPhotosText as text } from '../../text/id/result-photos.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Explained } from './explain.ts';
import { anchorOf } from './line-view.tsx';
import { openTo } from './open-to.ts';
import { MissingPhotos, PhotoGallery } from './photo-gallery.tsx';
import { usePieces, usePiecesOf } from './photos-context.tsx';

/** What one may see of the photos of a unit, what not and why, and those that belong to no indicator. */
export function PhotosSection({ explained }: { readonly explained: Explained }): ReactElement | null {
  const pieces = usePieces();
  const ofUnit = usePiecesOf(null);
  if (pieces === null) return null;
  const shown = pieces.filter(({ photo }) => photo.state === 'shown').length;
  return (
    <section className="section no-print" aria-labelledby="foto">
      <h2 id="foto">{text.title}</h2>
      {pieces.length === 0 ? (
        <EmptyState title={text.noneTitle}>
          <p>{text.noneBody}</p>
        </EmptyState>
      ) : null}
      {pieces.length > 0 && shown === 0 ? (
        <EmptyState title={text.emptyTitle}>
          <p>{text.emptyBody}</p>
        </EmptyState>
      ) : null}
      {shown === 0 ? null : (
        <p>
          {text.lead} {text.shown(shown)}
        </p>
      )}
      <ul className="result-photos__where">
        {placesOf(pieces, explained).map(({ id, name, count }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`} onClick={() => openTo(anchorOf(id))}>
              {name}
            </a>{' '}
            <span className="soft">{text.photos(count)}</span>
          </li>
        ))}
      </ul>
      <MissingPhotos pieces={pieces} />
      {ofUnit.some(({ photo }) => photo.state === 'shown') ? (
        <>
          <h3>{text.ofUnit}</h3>
          <PhotoGallery pieces={ofUnit} name={text.ofUnit} />
        </>
      ) : null}
    </section>
  );
}

/** The indicators at which photos are shown, with how many. */
function placesOf(pieces: readonly ResultEvidence['pieces'][number][], { indicators }: Explained) {
  const shown = pieces.filter(({ photo }) => photo.state === 'shown');
  const ids = shown.flatMap(({ points }) => [...new Set(points.map(({ indicatorId }) => indicatorId))]);
  return [...Map.groupBy(ids, (id) => id)].flatMap(([id, same]) => {
    const indicator = indicators.get(id);
    return indicator === undefined ? [] : [{ id, name: indicator.name, count: same.length }];
  });
}
