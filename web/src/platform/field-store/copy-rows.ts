import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { AssessmentId, ChangeId, DeviceId, PersonId } from '@patuh/shared/domain/ids';

/** The lines of the second copy: first whose it is, then one line per change. Later lines say it better. */
export interface CopyOwner {
  readonly personId: PersonId;
  readonly name: string;
  readonly custody: CustodyLock;
}

export interface CopyRow {
  readonly id: ChangeId;
  readonly assessmentId: AssessmentId;
  readonly deviceId: DeviceId;
  readonly seq: number;
  /** In base64. */
  readonly sealed: string;
}

/** Everything that one person's files hold. */
export interface CopyContent {
  readonly owner: CopyOwner | undefined;
  readonly rows: ReadonlyMap<ChangeId, CopyRow>;
}

const FORMAT = 'patuh-copy/1';

export function ownerLine(owner: CopyOwner): string {
  return `${JSON.stringify({ format: FORMAT, ...owner })}\n`;
}

export function rowLines(rows: Iterable<CopyRow>): string {
  let text = '';
  for (const row of rows) text += `${JSON.stringify(row)}\n`;
  return text;
}

/** What was being written when the device died is no line, and is passed over. */
export function contentOf(text: string): CopyContent {
  let owner: CopyOwner | undefined;
  const rows = new Map<ChangeId, CopyRow>();
  for (const line of text.split('\n')) {
    const read = parsed(line);
    if (read === undefined) continue;
    if ('custody' in read) owner = read;
    else rows.set(read.id, read);
  }
  return { owner, rows };
}

function parsed(line: string): CopyOwner | CopyRow | undefined {
  if (!line.startsWith('{') || !line.endsWith('}')) return undefined;
  try {
    return JSON.parse(line) as CopyOwner | CopyRow;
  } catch {
    return undefined;
  }
}
