import { listEvidence } from '@patuh/shared/contracts/evidence';
import type { EvidencePiece } from '@patuh/shared/domain/evidence';
import type { Locator, Page } from 'playwright-core';
import type * as z from 'zod/mini';

import type { FieldTeam } from './field-phone.ts';
import { QUESTION } from './phone-at-a-question.ts';

/** Gathering evidence at one question. */

/** A camera that shows a moving picture, and nobody who has to allow it. */
export const WITH_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export const evidenceAt = (page: Page): Locator =>
  page.locator(`#${QUESTION}`).getByRole('region', { name: /^Bukti:/ });

/** Goes to it: what is far from the screen is not drawn. */
export async function showEvidence(page: Page): Promise<void> {
  await page.locator(`#${QUESTION}`).scrollIntoViewIfNeeded();
  await page.locator(`#${QUESTION} .evidence`).scrollIntoViewIfNeeded();
  await evidenceAt(page).waitFor();
}

/** Chooses files as from the gallery, or as documents. */
export async function choose(
  page: Page,
  way: 'Pilih dari galeri' | 'Pilih berkas PDF',
  files: string[],
): Promise<void> {
  const block = evidenceAt(page);
  await block.getByText('Lainnya').click();
  const chooser = page.waitForEvent('filechooser');
  await block.getByRole('button', { name: way }).click();
  await (await chooser).setFiles(files);
}

/** How many pieces stand at the question in that state. */
export function tilesIn(page: Page, state: string): Locator {
  return evidenceAt(page).getByRole('button', { name: new RegExp(`: ${state}\\. Buka`) });
}

export type EvidenceList = z.infer<typeof listEvidence.ok>;

/** What the server tells the team. */
export async function evidenceOf({ enumerator, assessment }: FieldTeam): Promise<EvidenceList['pieces']> {
  const { body } = await enumerator.get(`/api/assessments/${assessment.id}/evidence`);
  return listEvidence.ok.parse(body).pieces;
}

export function photosOf(pieces: EvidenceList['pieces']): readonly Extract<EvidencePiece, { kind: 'photo' }>[] {
  return pieces.flatMap(({ piece }) => (piece.kind === 'photo' ? [piece] : []));
}
