import type { ChangeId, FieldFileId, PersonId } from '@patuh/shared/domain/ids';

import { contentOf, type CopyContent, type CopyOwner, type CopyRow, ownerLine, rowLines } from './copy-rows.ts';
import type { CarriedCopies, Compared } from './second-copy.ts';

/** A folder of files; what was appended is on the disk when the promise resolves. */
export interface Folder {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  append(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What a page can read of the second copies without writing. */
export interface CopyReading {
  read(person: PersonId): Promise<CopyContent>;
  owners(): Promise<readonly CopyOwner[]>;
}

export function copyReading(folder: Pick<Folder, 'names' | 'read'>): CopyReading {
  const read = async (person: PersonId): Promise<CopyContent> => {
    const texts: string[] = [];
    for (const name of filesOf(person, await folder.names())) texts.push(await folder.read(name));
    return contentOf(texts.join('\n'));
  };
  return {
    read,
    owners: async () => {
      const people = new Set((await folder.names()).map((name) => name.slice(0, name.lastIndexOf('.')) as PersonId));
      const owners = await Promise.all(
        // One that another tab is just writing does not hide the others.
        [...people].map(
          async (person) =>
            await read(person).then(
              ({ owner }) => owner,
              () => undefined,
            ),
        ),
      );
      return owners.filter((owner) => owner !== undefined);
    },
  };
}

/**
 * The second copies of a device: per person files `<person>.<n>`, all of which count; the newest is written to. A file
 * is written anew by writing the next one and removing the others after it, so a device that dies on the way has one too
 * many and none too few. One after the other: the caller sees to that, over all tabs.
 */
export function copyBook(folder: Folder): {
  begin(owner: CopyOwner, known: readonly ChangeId[]): Promise<Compared>;
  append(person: PersonId, rows: readonly CopyRow[]): Promise<void>;
  drop(person: PersonId, ids: readonly ChangeId[]): Promise<void>;
} {
  const reading = copyReading(folder);

  async function write(person: PersonId, text: string): Promise<void> {
    const newest = filesOf(person, await folder.names()).at(-1) ?? `${person}.1`;
    // Ends a line that was torn when the device died.
    await folder.append(newest, `\n${text}`);
  }

  return {
    begin: async (owner, known) => {
      const content = await reading.read(owner.personId);
      const line = ownerLine(owner);
      // What it holds counts, also where nothing more can be written to it: then the next line fails too.
      if (content.owner === undefined || ownerLine(content.owner) !== line)
        await write(owner.personId, line).catch(() => undefined);
      const asked = new Set(known);
      return {
        beyond: [...content.rows.values()].filter(({ id }) => !asked.has(id)),
        held: known.filter((id) => content.rows.has(id)),
      };
    },
    append: async (person, rows) => await write(person, rowLines(rows)),
    drop: async (person, ids) => {
      const old = filesOf(person, await folder.names());
      const { owner, rows } = await reading.read(person);
      const gone = new Set(ids);
      const kept = [...rows.values()].filter(({ id }) => !gone.has(id));
      const next = `${person}.${numberOf(old.at(-1) ?? '.0') + 1}`;
      await folder.append(next, `${owner === undefined ? '' : ownerLine(owner)}${rowLines(kept)}`);
      for (const name of old) await folder.remove(name);
    },
  };
}

/** Oldest first. */
function filesOf(person: PersonId, names: readonly string[]): readonly string[] {
  return names.filter((name) => name.startsWith(`${person}.`)).toSorted((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('.') + 1));
}

/** Between the person and the id; in the name of no other file. */
const CARRIED = '~';

/** The second copies of files that a person carries: one file each, so that none is written anew because of another. */
export function carriedBook(folder: Folder, person: PersonId): CarriedCopies {
  const nameOf = (id: FieldFileId): string => `${person}${CARRIED}${id}`;
  const leave = async (id: FieldFileId): Promise<void> => {
    if ((await folder.names()).includes(nameOf(id))) await folder.remove(nameOf(id));
  };
  return {
    all: async () => {
      const mine = (await folder.names()).filter((name) => name.startsWith(`${person}${CARRIED}`));
      return await Promise.all(
        mine.map(async (name) => ({
          id: name.slice(person.length + CARRIED.length) as FieldFileId,
          sealed: await folder.read(name),
        })),
      );
    },
    keep: async ({ id, sealed }) => {
      await leave(id);
      await folder.append(nameOf(id), sealed);
    },
    leave,
  };
}

/** Everything of a person, once nothing of it exists only here. */
export async function removeCopies(folder: Pick<Folder, 'names' | 'remove'>, person: PersonId): Promise<void> {
  for (const name of await folder.names()) {
    if (name.startsWith(`${person}.`) || name.startsWith(`${person}${CARRIED}`)) await folder.remove(name);
  }
}
