import type { Release, ReleaseBlocker } from '@patuh/shared/contracts/releases';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { PersonId } from '@patuh/shared/domain/ids';

import { isOpen } from './policy.ts';
import type { ReleaseUnit } from '@patuh/server/platform/assessments/release-units';
import type { ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import type { StoredRelease } from './queries.ts';

/** A preparation as one of those who may publish sees it. */
export function releaseView(
  release: StoredRelease,
  scope: Pick<ReleaseScopeRow, 'year' | 'province'>,
  actor: { readonly personId: PersonId },
): Release {
  const { id, periodId, state, decree, replaces, reason, contentHash, preparedBy, preparedAt } = release;
  return {
    id,
    periodId,
    year: scope.year,
    province: { code: scope.province.code, name: scope.province.name },
    state,
    decree: { ...decree },
    replaces: replaces === null ? null : { id: replaces, reason: reason ?? '' },
    contentHash,
    preparedBy: preparedBy.name,
    preparedAt: preparedAt.toISOString(),
    preparedByMe: preparedBy.id === actor.personId,
    decidedBy: release.decidedBy,
    decidedAt: release.decidedAt?.toISOString() ?? null,
    publicationId: release.publicationId,
  };
}

const ORDER = new Intl.Collator('id');

/** What is not final yet, by government and name. `names` are those of the governments by code. */
export function blockersOf(units: readonly ReleaseUnit[], names: ReadonlyMap<string, string>): ReleaseBlocker[] {
  return units
    .filter(isOpen)
    .map(({ assessmentId, government, unit, state }) => ({
      assessmentId,
      government: names.get(government) ?? government,
      unit: unit.name,
      state,
    }))
    .toSorted((a, b) => ORDER.compare(a.government, b.government) || ORDER.compare(a.unit, b.unit));
}

const STATE_WORDS: Readonly<Record<AssessmentState | 'planned', string>> = {
  planned: 'belum mempunyai tim',
  assigned: 'belum dimulai',
  'in-progress': 'sedang diisi',
  submitted: 'menunggu verifikasi',
  returned: 'dikembalikan',
  verified: 'masa klarifikasi belum selesai',
  final: 'final',
  'not-assessed': 'tidak dinilai',
};

/** The same as one short text each, for a refusal. */
export function blockerTexts(blockers: readonly ReleaseBlocker[]): string[] {
  return blockers.map(({ government, unit, state }) => `${government}: ${unit} (${STATE_WORDS[state]})`);
}
