import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AssessedUnit, ComputedRow } from '@patuh/shared/publication/computed-rows';
import { KeyChange, KeyChanges, signKeyChange } from '@patuh/shared/publication/key-changes';
import { ComputedPayload, ImportedPayload, PublicationFile } from '@patuh/shared/publication/payload';
import { sealPublication } from '@patuh/shared/publication/seal';
import { keyIdOf } from '@patuh/shared/publication/sign';
import { LARGEST_FILE, verifyFile } from '@patuh/shared/publication/verify-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComputedPayload } from '../support/computed.ts';
import { bytesOf, changed, fileOf, forge, OFFICE_KEY } from '../support/publications.ts';

const page = readFileSync(new URL('../../docs/publication-format.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(?<block>[^]*?)\n\`\`\`$`, 'gm'))].map(
    ({ groups }) => groups?.['block'] ?? '',
  );
const [example = ''] = blocks('json');

describe('docs/publication-format.md', () => {
  it('shows a file that verifies, under the key of RFC 8032’s first test vector', () => {
    const key = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
    expect(verifyFile({ name: 'example', bytes: bytesOf(example) }, key).differences).toEqual([]);
  });

  it('explains every field of the file and of an imported list', () => {
    const fields = [...Object.keys(PublicationFile.shape), ...Object.keys(ImportedPayload.shape)];
    expect(fields.filter((field) => !page.includes(`\`${field}`))).toEqual([]);
  });

  it('explains every field of a computed list', () => {
    const fields = [ComputedPayload.shape, ComputedRow.shape, AssessedUnit.shape].flatMap((shape) =>
      Object.keys(shape),
    );
    const words = new Set(page.match(/\w+/g));
    expect(fields.filter((field) => !words.has(field))).toEqual([]);
  });

  it('explains every field of a handing over from key to key, and how to check it', () => {
    const fields = [...Object.keys(KeyChange.shape), ...Object.keys(KeyChanges.shape)];
    expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);

    const to = '1'.repeat(64);
    const content = { chain: 'main', sequence: 1, keyId: to, previousKeyId: keyIdOf(OFFICE_KEY), after: null } as const;
    const { signature, ...covered } = signKeyChange({ ...content, at: '2026-11-22T00:00:00.000Z' }, OFFICE_KEY);
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(covered).toSorted(([a], [b]) => (a < b ? -1 : 1))));
    const message = `patuh-publication:${createHash('sha256').update(`patuh-key-change:${sorted}`).digest('hex')}`;
    const der = Buffer.from(`302a300506032b6570032100${covered.previousKeyId}`, 'hex');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(message), key, Buffer.from(signature, 'hex'))).toBe(true);
  });

  it('states the limit that verification has', () => {
    expect(page).toContain(`${LARGEST_FILE / 1_000_000} MB`);
  });
});

function has(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`]);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!['sed', 'sha256sum', 'xxd', 'openssl'].every(has))(
  'the commands of docs/publication-format.md',
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'patuh-format-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function run(publication: string): string {
      writeFileSync(join(folder, 'publication.json'), publication);
      const script = `${blocks('sh').join('\n')} || true`;
      return execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    }

    it('recompute the hash and verify the signature without our code', () => {
      const output = run(example);
      expect(output).toContain(`recomputed: ${fileOf(example).hash}`);
      expect(output).toContain('Signature Verified Successfully');
    });

    it('notice another figure', () => {
      const output = run(example.replace('"9.09"', '"9.10"'));
      expect(output).not.toContain(`recomputed: ${fileOf(example).hash}`);
      expect(output).not.toContain('Successfully');
    });
  },
);

describe('the program of docs/publication-format.md', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'patuh-recompute-'));
    writeFileSync(join(folder, 'recompute.mjs'), blocks('js').join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function recompute(publication: string): string {
    writeFileSync(join(folder, 'publication.json'), publication);
    const { stdout } = spawnSync(process.execPath, ['recompute.mjs', 'publication.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout;
  }

  const payload = aComputedPayload();

  it('recomputes a computed list from its levels without our code', () => {
    expect(recompute(sealPublication(payload, null, OFFICE_KEY).text)).toBe('');
  });

  it('notices another level, score, zone and rank', () => {
    const notices = (change: (copy: typeof payload) => void) => recompute(forge(changed(payload, change)));
    const oneLevelUp = (copy: typeof payload): void => {
      const unit = copy.rows[0]?.units.find(({ status }) => status === 'assessed');
      const level = unit?.status === 'assessed' ? unit.levels[0] : undefined;
      if (level !== undefined && 'sum' in level) level.sum += 1;
    };
    expect(notices(oneLevelUp)).toMatch(/score is \d+\.\d\d, recomputed \d+\.\d\d/);
    expect(notices((copy) => void Object.assign(copy.rows[1] ?? {}, { score: '99.00' }))).toContain('score is 99.00');
    expect(notices((copy) => void Object.assign(copy.rows[1] ?? {}, { zone: 'green' }))).toContain('zone is green');
    expect(notices((copy) => void Object.assign(copy.rows[1] ?? {}, { rank: 1 }))).toContain('rank is 1, recomputed 2');
  });
});
