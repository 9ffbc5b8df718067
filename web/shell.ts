import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

import { appDocument } from './src/app-document.ts';
import { type AssetManifest, parseAssetManifest } from './src/platform/asset-manifest.ts';
import { MANIFEST_ADDRESS, webAppManifest } from './src/web-app-manifest.ts';
import { shellAddresses } from './shell-files.ts';

interface ShellFile {
  readonly url: string;
  /** Null where the name carries a hash already. */
  readonly revision: string | null;
  /**
   * An update of the server in the middle of an installation, or somebody else’s answer in place of ours, would make a
   * shell that does not start. With this it is not installed at all, and tried again.
   */
  readonly integrity: string;
  readonly size: number;
}

const FIELD = '/lapangan';

/** What the service worker keeps: the document of the field and every file that it may ask for. */
export function shellOf(client: string): readonly ShellFile[] {
  const manifest = readManifest(client);
  const read = (address: string): Buffer => readFileSync(`${client}${address}`);
  const files = shellAddresses(manifest, (address) => read(address).toString('utf8'));
  return [
    withRevision(FIELD, appDocument(manifest, FIELD)),
    withRevision(MANIFEST_ADDRESS, webAppManifest(manifest)),
    ...files.map((address) => fileOf(address, read(address), null)),
  ];
}

export function writeWebAppManifest(client: string): void {
  writeFileSync(`${client}${MANIFEST_ADDRESS}`, webAppManifest(readManifest(client)));
}

function readManifest(client: string): AssetManifest {
  return parseAssetManifest(readFileSync(`${client}/.vite/manifest.json`, 'utf8'));
}

/** What stays under its name: its bytes are its revision. */
function withRevision(url: string, text: string): ShellFile {
  const bytes = Buffer.from(text);
  return fileOf(url, bytes, createHash('sha256').update(bytes).digest('hex').slice(0, 16));
}

function fileOf(url: string, bytes: Buffer, revision: string | null): ShellFile {
  const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  return { url, revision, integrity, size: bytes.length };
}
