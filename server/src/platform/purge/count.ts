import { assertNever } from '@patuh/shared/domain/assert-never';
import type { PeriodRetention } from '@patuh/shared/domain/retention';

import type { Reader } from '../database.ts';
import { type AnswersOf, countAnswers } from './answers.ts';
import { countWords } from './columns.ts';
import { countFiles } from './files.ts';
import { type Held, together } from './held.ts';

/** What a province holds of a kind in a period. Of interviews: of those that were taken back before. */
export async function countHeld(db: Reader, of: AnswersOf): Promise<Held> {
  const answers = await countAnswers(db, of);
  return together([answers, ...(await besides(db, of.kind, of))]);
}

async function besides(db: Reader, kind: PeriodRetention, { scope }: AnswersOf): Promise<readonly Held[]> {
  switch (kind) {
    case 'evidence':
      return [await countFiles(db, scope)];
    case 'words':
      return [await countWords(db, scope)];
    case 'withdrawn':
    case 'respondents':
    case 'visits':
      return [];
    default:
      return assertNever(kind);
  }
}
