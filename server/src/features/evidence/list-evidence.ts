import type * as z from 'zod/mini';

import { loadCells } from '@patuh/server/platform/assessments/cells';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { endOfService } from '@patuh/server/platform/evidence/signed-address';
import { findFiles, type StoredFile } from '@patuh/server/platform/evidence/sent-files';
import { servedFile } from '@patuh/server/platform/evidence/served-file';
import { ProblemError } from '@patuh/server/platform/problem';
import type { listEvidence as listEvidenceContract, ServedFile, WebCopy } from '@patuh/shared/contracts/evidence';
import type { Actor } from '@patuh/shared/domain/actor';
import { fileOf } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { EvidenceDeps } from './deps.ts';
import { isOffice, whyNotSee } from './policy.ts';
import { findLookalikes, findPlace, findWebCopies } from './queries.ts';

type Listed = z.infer<(typeof listEvidenceContract)['ok']>;

/** Where the unit lies, for whoever may look at its evidence. Throws `not-found` for everybody else. */
export async function placeToSee(db: Reader, actor: Pick<Actor, 'personId' | 'grants'>, id: AssessmentId) {
  const place = await findPlace(db, id);
  const inTeam = place !== undefined && (await teamRoleOf(db, actor, id)) !== undefined;
  const reason = whyNotSee(actor, { place, inTeam });
  if (place === undefined || reason !== undefined) throw new ProblemError(reason ?? 'not-found');
  return place;
}

/** Every piece of evidence of a unit that was not taken back, with its file and what the server saw of its address. */
export async function listEvidence(
  deps: Pick<EvidenceDeps, 'db' | 'now' | 'addressKey'>,
  actor: Actor,
  id: AssessmentId,
): Promise<Listed> {
  return await inSnapshot(deps.db, async (db) => {
    const place = await placeToSee(db, actor, id);
    const files = new Map((await findFiles(db, id)).map((file) => [file.sha256, file]));
    const copies = (await findWebCopies(db, id)).map((copy) => ({
      ...copy,
      fetchedAt: copy.fetchedAt?.toISOString() ?? null,
    }));
    const until = endOfService(deps.now());
    const serve = (file: StoredFile): ServedFile => servedFile(deps.addressKey, file, { id, actor, until });
    return {
      pieces: (await loadCells(db, id)).flatMap(({ subjectId, current: { entry, by, at } }) => {
        if (entry.field !== 'evidence' || entry.value === null) return [];
        const piece = entry.value;
        const file = files.get(fileOf(piece)?.sha256 ?? '');
        const url = piece.kind === 'web-address' ? piece.url : undefined;
        const webCopy: WebCopy | undefined = copies.find((copy) => copy.subjectId === subjectId && copy.url === url);
        return [
          {
            subjectId,
            piece,
            by,
            receivedAt: at,
            file: file === undefined ? null : serve(file),
            webCopy: webCopy ?? null,
          },
        ];
      }),
      lookalikes: isOffice(actor, place) ? [...(await findLookalikes(db, id, place.province))] : [],
    };
  });
}
