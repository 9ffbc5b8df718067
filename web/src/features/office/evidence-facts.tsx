import { metresBetween } from '@patuh/shared/checks/whereabouts';
import { type EvidencePiece, fileOf } from '@patuh/shared/domain/evidence';
import type { ReactElement, ReactNode } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { formatBytes, formatMoment } from '../../ui/moment.ts';
import type { ShownPiece } from './evidence-model.ts';
import type { UnitModel } from './unit-model.ts';

const text = officeEvidenceText.facts;

interface EvidenceFactsProps {
  readonly model: UnitModel;
  readonly shown: ShownPiece;
}

/** When, where and how a piece came to be: for whoever doubts it. */
export function EvidenceFacts({ model, shown: { piece, file, received } }: EvidenceFactsProps): ReactElement {
  const sent = fileOf(piece);
  const others = namesOf(model, piece);
  return (
    <details className="office-piece__facts">
      <summary>{text.title}</summary>
      <dl>
        <Fact name={text.madeAt}>
          {formatMoment(piece.madeAt)}, {clockWords(piece.clockAhead)}
        </Fact>
        <Fact name={text.place}>{placeWords(model, piece)}</Fact>
        {piece.kind === 'photo' ? <Fact name={text.source}>{text.sources[piece.source]}</Fact> : null}
        {received === undefined ? null : (
          <Fact name={text.received}>{text.receivedBy(formatMoment(received.at), received.by)}</Fact>
        )}
        {sent === null ? null : (
          <Fact name={text.size}>
            {formatBytes(sent.size)}
            {file?.width && file.height ? `, ${text.pixels(file.width, file.height)}` : ''}
          </Fact>
        )}
        {others.length < 2 ? null : <Fact name={text.proves}>{others.join('; ')}</Fact>}
        {sent === null ? null : (
          <Fact name={text.fingerprint}>
            <code>{sent.sha256}</code>
          </Fact>
        )}
      </dl>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function clockWords(ahead: number | null): string {
  const minutes = Math.round((ahead ?? 0) / 60);
  if (minutes === 0) return text.byDevice;
  return `${text.byDevice}; ${minutes > 0 ? text.ahead(minutes) : text.behind(-minutes)}`;
}

function placeWords({ values, office }: UnitModel, { position }: EvidencePiece): string {
  if (position === null) return text.noPlace;
  const where = text.position(degrees(position.latitude), degrees(position.longitude), position.accuracy);
  const unit = values.unitPlace ?? office.assessment.unit.coordinates;
  return unit === null ? where : `${where}, ${text.distance(metresBetween(unit, position))}`;
}

function degrees(millionths: number): string {
  return (millionths / 1_000_000).toFixed(6).replace('.', ',');
}

function namesOf({ sections }: UnitModel, { proves }: EvidencePiece): readonly string[] {
  const indicators = sections.flatMap((section) => section.indicators);
  return proves.flatMap(({ indicatorId }) => indicators.find(({ id }) => id === indicatorId)?.name ?? []);
}
