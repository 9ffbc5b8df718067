import type { FieldFile, FileOutcome } from '@patuh/shared/contracts/field-files';

import type { ReadFile } from '../../platform/field-file/read-file.ts';
import { type Bring, sendFile } from '../../platform/field-file/send-file.ts';
import type { Reply } from '../../platform/field-store/field-server.ts';
import { faultText } from '../../text/id/fault.ts';
import { officeFilesText } from '../../text/id/office-files.ts';
import { problemText } from '../../text/id/problem.ts';

/** A file somebody chose, and how far it is. */
export interface Incoming {
  readonly key: number;
  readonly name: string;
  readonly state: IncomingState;
}

export type IncomingState =
  | { readonly kind: 'sending'; readonly file: FieldFile | undefined }
  | { readonly kind: 'taken'; readonly file: FieldFile; readonly outcome: FileOutcome }
  /** `file`: it is worth sending again. */
  | { readonly kind: 'failed'; readonly file: FieldFile | undefined; readonly fault: Fault };

export interface Fault {
  readonly title: string;
  readonly body: string;
}

const { faults } = officeFilesText;

/** Reads the file that was chosen; what is none is not sent. */
export function asRead(read: ReadFile): IncomingState {
  if (read.kind === 'refused') return { kind: 'failed', file: undefined, fault: faults[read.why] };
  return { kind: 'sending', file: read.file };
}

/** Sends it, any number of times. */
export async function sent(file: FieldFile, bring: Bring): Promise<IncomingState> {
  const answers: Reply<FileOutcome>[] = [];
  const reply = await sendFile(file, async (part) => {
    const answer = await bring(part);
    answers.push(answer);
    return answer;
  });
  if (reply.kind === 'ok') return { kind: 'taken', file, outcome: reply.value };
  if (reply.kind === 'problem' && isAboutFile(reply.problem.code)) {
    const isOurs = reply.problem.code === 'field-file-unreadable';
    return { kind: 'failed', file: undefined, fault: isOurs ? problemFault(reply.problem.code) : faults.damaged };
  }
  if (answers.some(({ kind }) => kind === 'ok')) return { kind: 'failed', file, fault: faults.interrupted };
  if (reply.kind === 'problem') return { kind: 'failed', file, fault: problemFault(reply.problem.code) };
  return { kind: 'failed', file, fault: faultText.noAnswer[reply.kind === 'unreadable' ? 'unreadable' : 'offline'] };
}

function isAboutFile(code: string): boolean {
  return code === 'field-file-unreadable' || code === 'invalid-request' || code === 'request-too-large';
}

function problemFault(code: string): Fault {
  const known = Object.entries(problemText.problems).find(([name]) => name === code);
  return known?.[1] ?? faultText.noAnswer.unreadable;
}
