/** `npm run audit:verify [-- --head HASH]`: follows the audit chains of this installation and names the first broken link. */
import { parseArgs } from 'node:util';

import { auditFaultInEnglish } from '@patuh/shared/audit/chain';

import { publishedFaultInEnglish } from '../features/audit/published.ts';
import { type AuditReport, type OfficeReport, verifyAudit } from '../features/audit/verify.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/postgres.ts';

const USAGE = `npm run audit:verify [-- --head HASH]

Follows the audit chain of every office from its first event to its head, names the first broken link, and compares each
publication with the event of its publishing. Changes nothing; the server may run meanwhile.

Whoever owns the database could write a whole chain anew. Note the printed heads somewhere else: a head that was printed
once must be in the chain for ever.

  --head HASH   a head that was printed before; may be given several times
  --help        this text

Exit code: 0 everything holds, 1 something differs, 2 the command was not understood.`;

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { head: { type: 'string', multiple: true } },
  });
  if (positionals.length > 0)
    throw new UsageError('audit:verify reads this installation: it takes --head and no other.');
  const heads = (values.head ?? []).map(readHead);
  const config = readConfig(process.env);
  const database = await openDatabase(config, { role: 'command', say: (sentence) => console.error(sentence) });
  life.onStop('the database', async () => await database.close());
  const report = await verifyAudit(database.db, heads);
  console.log(inWords(report).join('\n'));
  return report.ok ? 0 : 1;
});

function readHead(text: string): string {
  const head = text.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(head)) return head;
  throw new UsageError(`--head must be 64 hexadecimal characters, but it is "${text}".`);
}

function inWords({ ok, offices, publications, published, lostHeads }: AuditReport): readonly string[] {
  const [first, ...others] = published.map(publishedFaultInEnglish);
  const also = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const compared =
    first === undefined ? `${publications} publications, each as its event says` : `DIFFERS ${first}${also}`;
  return [
    ...offices.map(officeInWords),
    compared,
    ...lostHeads.map((head) => `head ${head} NOT FOUND in what holds of the chains`),
    ok ? 'the audit holds' : 'THE AUDIT DOES NOT HOLD',
  ];
}

function officeInWords({ office, events, head, fault }: OfficeReport): string {
  if (fault === undefined) return `chain ${office} unbroken: ${events} events, head ${head ?? ''}`;
  const upTo = events === 0 ? 'no event before it holds' : `it holds up to event ${events}`;
  return `chain ${office} BROKEN: ${auditFaultInEnglish(fault)}; ${upTo}`;
}
