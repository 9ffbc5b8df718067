import { StartError } from '../start-error.ts';

/** What the system calls a fault, like ENOSPC; else its text. */
export function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

const DISK: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EDQUOT: 'the quota is used up',
  EIO: 'the disk reports an error',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a folder',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
};

/** A fault of the disk as a sentence that begins with `what`; any other fault as it is. */
export function diskFault(what: string, error: unknown): unknown {
  const reason = DISK[faultCode(error)];
  return reason === undefined ? error : new StartError(`${what}: ${reason} (${faultCode(error)}).`);
}
