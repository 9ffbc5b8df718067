import { publishedFaultInEnglish } from '@patuh/server/features/audit/published';
import { verifyAudit } from '@patuh/server/features/audit/verify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { tamper } from '../../support/audit.ts';
import { aSeason, published } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
  await published(await aSeason(site));
});
afterAll(async () => await site.close());

describe('the audit heads that a publication prints', () => {
  it('are found in the chains, and missed when a chain was written anew', async () => {
    expect(await verifyAudit(site.db)).toMatchObject({ ok: true, publications: 1, published: [] });
    // Whoever owns the database drops a whole chain: what is left of the audit hangs together by itself.
    await tamper(
      site.db,
      sql`delete from audit_head where office = 'pusat'`,
      sql`delete from audit_event where office = 'pusat'`,
    );
    const { ok, offices, published: faults } = await verifyAudit(site.db);
    expect(offices.every(({ fault }) => fault === undefined)).toBe(true);
    expect(faults.map(publishedFaultInEnglish).join()).toMatch(/^publication 34-2024-1: prints event \d+ of pusat/);
    expect(ok).toBe(false);
  });
});
