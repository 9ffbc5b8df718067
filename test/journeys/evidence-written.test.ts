import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { pushAll } from '../support/assessments.ts';
import { aVisitedSite, type Visited } from '../support/browser.ts';
import { aDevice } from '../support/changes.ts';
import { choose, evidenceOf, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { aFieldTeam, openField } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';
import { sectionPath } from '../support/phone-at-a-question.ts';

/** What is written of a piece of evidence. */

let visited: Visited;
let phone: OwnPhone;
let files: FilesToPick;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  files = await filesToPick();
});
afterEach(async () => await phone.close());
afterAll(async () => {
  await files.close();
  await visited.close();
});

async function aPhotoAtTheQuestion() {
  const team = await aFieldTeam(visited);
  phone = await anOwnPhone(visited);
  const page = phone.page();
  await openField(page, team.assessor, sectionPath(team));
  await showEvidence(page);
  await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
  await tilesIn(page, 'sampai di server').first().click();
  const dialog = page.getByRole('dialog');
  const standing = async () =>
    (await evidenceOf(team)).map(({ piece: { caption, proves } }) => ({ caption, points: proves.length }));
  return { team, page, dialog, caption: dialog.getByLabel('Keterangan'), standing };
}

describe('what is written of a photo', () => {
  it('is kept, whatever is tapped in the same moment and however it is left', async () => {
    const { page, dialog, caption, standing } = await aPhotoAtTheQuestion();
    await caption.fill('Papan di depan');
    await dialog
      .getByRole('checkbox')
      .nth(1)
      .evaluate((box: HTMLElement) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        box.click();
      });
    await expect.poll(standing, { timeout: 20_000 }).toEqual([{ caption: 'Papan di depan', points: 2 }]);
    await caption.fill('Papan di depan loket');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(standing, { timeout: 20_000 }).toEqual([{ caption: 'Papan di depan loket', points: 2 }]);
  });

  it('is chosen by somebody where two wrote it without hearing of each other', async () => {
    const { team, page, dialog, standing } = await aPhotoAtTheQuestion();
    const [held] = await evidenceOf(team);
    const written = (caption: string) => [
      aDevice().change(
        team.assessment.id,
        { subjectId: held!.subjectId },
        { field: 'evidence', value: { ...held!.piece, caption } },
      ),
    ];
    await pushAll(team.enumerator, written('Papan biru'));
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await dialog.getByRole('button', { name: 'Pakai “Foto: Papan biru”' }).click();
    await expect.poll(standing, { timeout: 20_000 }).toEqual([{ caption: 'Papan biru', points: 1 }]);
  });
});
