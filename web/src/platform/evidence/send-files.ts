import type { PersonId } from '@patuh/shared/domain/ids';

import type { SendFiles } from '../field-store/files-desk.ts';
import { withToken } from '../session.ts';
import { sendOne } from './send-one.ts';
import { sendFilesBy } from './send-rows.ts';

/** Brings files to the server as that person. */
export function sendFilesAs(person: PersonId): SendFiles {
  return sendFilesBy(async (file, part) => await withToken(person, async (token) => await sendOne(file, token, part)));
}
