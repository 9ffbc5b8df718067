import { createHash, randomUUID } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { access, copyFile, type FileHandle, link, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { faultCode } from '../backup/fault.ts';
import { syncFolder } from '../postgres-files.ts';
import { StartError } from '../start-error.ts';
import { takeArriving } from './arriving.ts';
import { type EvidenceStore, OtherOffset, StoreFull } from './store.ts';

/** Only the user of the server reads evidence. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * Evidence in a folder: `files/ab/abcd…` by hash, `uploads/ID/bytes` on their way in. A file has its name under `files` only
 * once its content was read back and lies on the disk. Nothing is made before something is stored; where the folder is not
 * there, nothing is in it.
 */
export function folderStore(root: string): EvidenceStore {
  /** Folders of hashes that a power cut cannot take away any more. */
  const onDisk = new Set<string>();
  const folderOf = (id: string): string => join(root, 'uploads', named(id, UPLOAD_ID));
  const bytesOf = (id: string): string => join(folderOf(id), 'bytes');
  const fileOf = (sha256: string): string => join(root, 'files', sha256.slice(0, 2), named(sha256, HASH));
  return {
    uploaded: async (id) => (await sizeOf(bytesOf(id))) ?? 0,
    uploadPath: bytesOf,
    append: async (id, { from, to, skip = 0 }, bytes) => {
      if (from === 0) await mkdir(folderOf(id), { recursive: true, mode: FOLDER_MODE }).catch(fullOr);
      else if ((await sizeOf(folderOf(id))) === undefined) throw new OtherOffset('nothing is here');
      return await using(bytesOf(id), constants.O_WRONLY | constants.O_CREAT, async (file) => {
        const { size } = await file.stat();
        if (size !== from) throw new OtherOffset(`${size} bytes are here, not ${from}`);
        let at = from;
        await takeArriving(bytes, { skip, most: to - from }, async (part) => {
          await writeAt(file, part, at);
          at += part.length;
        });
        return at;
      });
    },
    digest: async (id) => await using(bytesOf(id), constants.O_RDONLY, async (file) => await passThrough(file)),
    keep: async (id, sha256) => {
      const target = fileOf(sha256);
      const partial = join(folderOf(id), `${randomUUID()}.partial`);
      try {
        await copyDurably(bytesOf(id), partial, sha256);
        await mkdir(dirname(target), { recursive: true, mode: FOLDER_MODE });
        await rename(partial, target);
        await syncFolder(dirname(target));
        // The folder of the hash may be new, by this upload or by one at the same moment.
        if (!onDisk.has(dirname(target))) await syncFolder(join(root, 'files'));
        onDisk.add(dirname(target));
      } catch (error) {
        await rm(partial, { force: true });
        fullOr(error);
      }
    },
    giveUp: async (id) => await rm(folderOf(id), { recursive: true, force: true }),
    has: async (sha256) => (await sizeOf(fileOf(sha256))) !== undefined,
    open: async (sha256, range) => {
      const file = await open(fileOf(sha256)).catch(missingOr);
      return file?.createReadStream(range === undefined ? {} : { start: range.from, end: range.to });
    },
    copyTo: async (sha256, path) => {
      const from = fileOf(sha256);
      try {
        // Another disk, or one that knows no links: the bytes are copied.
        await link(from, path).catch(async () => await copyFile(from, path, constants.COPYFILE_EXCL));
        return true;
      } catch (error) {
        missingOr(error);
        return false;
      }
    },
    remove: async (sha256, isNobodys) => {
      const path = fileOf(sha256);
      const aside = `${path}.${randomUUID()}${ASIDE}`;
      const isThere = await rename(path, aside).then(() => true, missingOr);
      if (isThere !== true) return false;
      const { mtime } = await stat(aside);
      const isGone = await isNobodys(mtime).catch(() => false);
      // Whoever kept it again meanwhile has put another there, and that one stays.
      if (!isGone) await link(aside, path).catch(() => undefined);
      await rm(aside, { force: true });
      await syncFolder(dirname(path));
      return isGone;
    },
    putBack: async () => {
      for await (const shard of entriesOf(join(root, 'files'))) {
        for await (const { name } of entriesOf(join(root, 'files', shard.name))) {
          if (!name.endsWith(ASIDE)) continue;
          const aside = join(root, 'files', shard.name, name);
          await link(aside, fileOf(name.slice(0, 64))).catch(() => undefined);
          await rm(aside, { force: true });
        }
      }
    },
    list: async function* list() {
      for await (const shard of entriesOf(join(root, 'files'))) {
        for await (const { name } of entriesOf(join(root, 'files', shard.name))) {
          const size = HASH.test(name) ? await sizeOf(join(root, 'files', shard.name, name)) : undefined;
          if (size !== undefined) yield { sha256: name, size };
        }
      }
    },
    uploads: async function* uploads() {
      for await (const { name } of entriesOf(join(root, 'uploads'))) {
        if (!UPLOAD_ID.test(name)) continue;
        const found = (await stat(bytesOf(name)).catch(missingOr)) ?? (await stat(folderOf(name)).catch(missingOr));
        if (found !== undefined) yield { id: name, at: found.mtime };
      }
    },
  };
}

/** Of a file that is about to be removed, or put back. */
const ASIDE = '.aside';
const HASH = /^[0-9a-f]{64}$/;
const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names come from requests: one that is none of ours must not lead anywhere. */
function named(name: string, pattern: RegExp): string {
  if (!pattern.test(name)) throw new RangeError('This names nothing in the evidence store');
  return name;
}

/** The store of a server, which takes files in. Throws a StartError if this user cannot have the folder. */
export async function openFolderStore(root: string): Promise<EvidenceStore> {
  try {
    for (const folder of ['files', 'uploads']) await mkdir(join(root, folder), { recursive: true, mode: FOLDER_MODE });
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    await syncFolder(root);
    await syncFolder(dirname(root));
    return folderStore(root);
  } catch (error) {
    throw new StartError(`The folder of the evidence, ${root} (EVIDENCE_URL), cannot be used: ${faultCode(error)}.`);
  }
}

async function using<T>(path: string, flags: number, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, FILE_MODE).catch(fullOr);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** A copy that nobody else holds open, on the disk; refused unless it is what the hash says. */
async function copyDurably(from: string, to: string, sha256: string): Promise<void> {
  const copied = await using(from, constants.O_RDONLY, async (source) =>
    using(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, async (copy) => {
      const hash = await passThrough(source, async (part, at) => await writeAt(copy, part, at));
      await copy.sync();
      return hash;
    }),
  );
  if (copied !== sha256) throw new Error(`The upload changed while it was kept: it is ${copied}, not ${sha256}`);
}

const READ_AT_ONCE = 256 * 1024;

/** Reads a file from its beginning and answers its SHA-256; each part is handed on before the next is read. */
async function passThrough(
  file: FileHandle,
  hand: (part: Buffer, at: number) => Promise<void> = async () => undefined,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(READ_AT_ONCE);
  let at = 0;
  while (true) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return hash.digest('hex');
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await hand(part, at);
    at += bytesRead;
  }
}

/** A disk that is nearly full takes a part of what is written before it says so. */
async function writeAt(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written).catch(fullOr);
    written += bytesWritten;
  }
}

function fullOr(error: unknown): never {
  if (['ENOSPC', 'EDQUOT'].includes(faultCode(error))) throw new StoreFull('no room for evidence', { cause: error });
  throw error;
}

function missingOr(error: unknown): undefined {
  if (faultCode(error) !== 'ENOENT') throw error;
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(missingOr))?.size;
}

async function* entriesOf(folder: string): AsyncIterable<Dirent> {
  const entries = await opendir(folder).catch(missingOr);
  if (entries !== undefined) yield* entries;
}
