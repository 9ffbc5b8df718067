import type { Finding } from '@patuh/shared/contracts/checks';
import { evidenceModel } from '@patuh/web/features/office/evidence-model';
import { describe, expect, it } from 'vitest';

import { anEvidenceId, aPhotoPiece, aPoint, aWebPiece } from '../../support/evidence-pieces.ts';

const BOARD = aPoint('persyaratan', 'product-1');
const GONE = aPoint('tidak-ditanya-lagi');
const [forBoard, forUnit, forGone] = [anEvidenceId(), anEvidenceId(), anEvidenceId()];
const held = [
  { id: forBoard, piece: aPhotoPiece(Buffer.from('papan'), { proves: [BOARD] }) },
  { id: forUnit, piece: aWebPiece('https://dinas.example/') },
  { id: forGone, piece: aPhotoPiece(Buffer.from('lama'), { proves: [GONE] }) },
];
const isShown = (point: { readonly indicatorId: string }): boolean => point.indicatorId === BOARD.indicatorId;
const idsOf = (pieces: readonly { readonly id: string }[]): readonly string[] => pieces.map(({ id }) => id);

describe('evidence at the desk', () => {
  it('stands at the point it proves, and what proves none that is shown has a place of its own', () => {
    const model = evidenceModel(held, undefined, { findings: [], isShown });
    expect(idsOf(model.at('persyaratan', 'product-1'))).toEqual([forBoard]);
    expect(model.at('persyaratan', 'product-2')).toEqual([]);
    expect(idsOf(model.unbound)).toEqual([forUnit, forGone]);
  });

  it('is not called outstanding before anybody knows, nor where there is no file', () => {
    const before = evidenceModel(held, undefined, { findings: [], isShown });
    expect(before.at('persyaratan', 'product-1')[0]?.isOutstanding).toBe(false);
    const pieces = held.map(({ id: subjectId, piece }) => ({
      subjectId,
      piece,
      by: 'Maria',
      receivedAt: '2026-11-22T02:00:00.000Z',
      file: null,
      webCopy: null,
    }));
    const after = evidenceModel(held, { pieces, lookalikes: [] }, { findings: [], isShown });
    expect(after.at('persyaratan', 'product-1')[0]?.isOutstanding).toBe(true);
    expect(after.unbound.map(({ isOutstanding }) => isOutstanding)).toEqual([false, true]);
  });

  it('carries what the checks found about it', () => {
    const finding = { weight: 'warns', kind: 'photo-alike', subjectId: forBoard } as Finding;
    const model = evidenceModel(held, undefined, { findings: [finding], isShown });
    expect(model.at('persyaratan', 'product-1')[0]?.findings).toEqual([finding]);
    expect(model.unbound.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
