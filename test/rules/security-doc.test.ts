import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PASSWORD_COST } from '@patuh/server/platform/sessions/passwords';
import type { Contract } from '@patuh/shared/contracts/contract';
import { ROLES, SCOPES_OF_ROLE, SECOND_FACTOR_ROLES } from '@patuh/shared/domain/actor';
import { describe, expect, it } from 'vitest';

import { tableUnder } from '../support/markdown-tables.ts';
import { ROOT } from '../support/root.ts';

const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const folder = join(ROOT, 'shared/src/contracts');

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value;

/** Everything that can be asked of the server, by its route. */
const contracts = new Map(
  (
    await Promise.all(
      readdirSync(folder).map(async (name) =>
        Object.values<unknown>(await import(join(folder, name))).filter(isContract),
      ),
    )
  )
    .flat()
    .map((contract) => [`${contract.method} ${contract.path}`, contract]),
);

const GROUPS = { Everybody: 'public', 'Everybody who is signed in': 'signed-in' } as const;

const unquoted = (cell = ''): string => cell.replaceAll('`', '');
const listed = (cell = ''): string[] => unquoted(cell).split(', ').toSorted();

describe('docs/security.md', () => {
  it('names every role with its scopes and whether it needs a second factor', () => {
    const described = tableUnder(page, 'Roles').map((row) => [
      unquoted(row['in the code']),
      listed(row['may be given for']),
      row['second factor'],
    ]);
    const real = ROLES.map((role) => [
      role,
      SCOPES_OF_ROLE[role].toSorted(),
      SECOND_FACTOR_ROLES.includes(role) ? 'yes' : 'no',
    ]);
    expect(described).toEqual(real);
  });

  it.each(Object.entries(GROUPS))('lists under “%s” exactly what they may call', (heading, who) => {
    const described = tableUnder(page, heading).map(({ route }) => unquoted(route));
    const real = [...contracts].filter(([, contract]) => contract.who === who).map(([route]) => route);
    expect(described.toSorted()).toEqual(real.toSorted());
  });

  it('lists every other call with exactly the roles that may make it', () => {
    const described = tableUnder(page, 'Roles and calls').map((row) => [unquoted(row['route']), listed(row['roles'])]);
    const real = [...contracts].flatMap(([route, { who }]) =>
      typeof who === 'string' ? [] : [[route, who.toSorted()] as const],
    );
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(real));
    expect(described.length).toBe(real.length);
  });

  it('states what a guess at a password costs as it is', () => {
    expect(page).toContain(`${PASSWORD_COST.memoryKiB / 1024} MiB`);
  });
});
