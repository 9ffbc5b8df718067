import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { PROBLEMS } from '@patuh/shared/contracts/problems';
import { describe, expect, it } from 'vitest';

import { tableUnder } from '../support/markdown-tables.ts';
import { ourEntries, ROOT } from '../support/root.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { files } = await ourEntries();
const documents = files.filter((file) => file.endsWith('.md'));
/** A decision keeps the words of its day; all other documents are of today. */
const ofToday = documents.filter((document) => !document.startsWith('docs/decisions/0'));

/** Text without code blocks and inline code, where brackets mean other things. */
function prose(path: string): string {
  return read(path)
    .replaceAll(/^ *```[^]*?^ *```/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
}

/** The anchor a heading gets, as on GitHub. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function anchorsIn(path: string): string[] {
  return [...read(path).matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) => anchorOf(groups?.['heading'] ?? ''));
}

/** Every relative link of a document that leads nowhere. */
function deadLinks(document: string): string[] {
  const links = [...prose(document).matchAll(/\]\((?<link>[^)\s]+)[^)]*\)/g)].map(
    ({ groups }) => groups?.['link'] ?? '',
  );
  return links
    .filter((link) => !/^[a-z][a-z+.-]*:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = decodeURI(link).split('#');
      const target = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsIn(target).includes(anchor);
    });
}

/** What stands in backticks, outside of code blocks. */
function inlineCode(path: string): string[] {
  const text = read(path).replaceAll(/^ *```[^]*?^ *```/gm, '');
  return [...text.matchAll(/`(?<code>[^`\n]+)`/g)].map(({ groups }) => groups?.['code'] ?? '');
}

const PATH = /^(?:\.ci|docs|migrations|seeds|server|shared|test|web)\/[\w./-]*$/;
/** What the build makes, and packages. */
const NOT_KEPT = /^web\/dist\b|node_modules/;

describe('documents', () => {
  it.each(ofToday)('%s names only files and folders that exist', (document) => {
    const paths = inlineCode(document).filter((code) => PATH.test(code) && !NOT_KEPT.test(code));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(documents)('%s links only to what exists', (document) => {
    expect(deadLinks(document)).toEqual([]);
  });

  it('name no folder of somebody’s machine', () => {
    const machine = /(^|[\s`'"(])(\/(work|tmp|root|home\/[a-z]+|Users\/[A-Za-z]+)\/|[A-Z]:\\)/;
    expect(documents.filter((document) => machine.test(read(document)))).toEqual([]);
  });
});

describe('README.md', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

  it('has every command in its table', () => {
    const cells = tableUnder(read('README.md'), 'Commands').map(({ command }) => command ?? '');
    const named = [...cells.join('\n').matchAll(/npm (?:run )?(?<name>[a-z][a-z:]*)/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(scripts).toSorted());
  });

  it('has every variable of the environment in its table', () => {
    const source = read('server/src/platform/config.ts');
    const real = [...source.matchAll(/(?:read(?:<[^(]*>)?\('|env\[')(?<name>[A-Z_]+)'/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    const described = tableUnder(read('README.md'), 'Environment').map(({ variable = '' }) =>
      variable.replaceAll('`', ''),
    );
    expect(described.toSorted()).toEqual(real.toSorted());
  });
});

describe('docs/walkthrough.md', () => {
  it('names only source files that exist, with their folder or without', () => {
    const names = new Set(files.map((file) => basename(file)));
    const sources = inlineCode('docs/walkthrough.md').filter((code) => /^[\w./-]+\.(?:tsx?|json|csv)$/.test(code));
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.filter((path) => !(path.includes('/') ? files.includes(path) : names.has(path)))).toEqual([]);
  });
});

describe('docs/problems.md', () => {
  const headings = (): string[] =>
    [...read('docs/problems.md').matchAll(/^## (?<code>.+)$/gm)].map(({ groups }) => groups?.['code'] ?? '');

  it('explains every problem of the catalogue, and no other', () => {
    expect(headings().toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  });

  it('explains each once', () => {
    expect(new Set(headings()).size).toBe(headings().length);
  });
});

describe('decisions', () => {
  const folder = 'docs/decisions';
  const decisions = readdirSync(join(ROOT, folder)).filter((name) => name !== 'README.md');

  it('are numbered without gaps', () => {
    const numbers = decisions.toSorted().map((name) => Number(/^(?<number>\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
    expect(numbers).toEqual(decisions.map((_, index) => index + 1));
  });

  it('are listed in their order, under the title they have', () => {
    const listed = [...read(`${folder}/README.md`).matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$/gm)];
    const titles = decisions.toSorted().map((name) => {
      const [heading = ''] = read(`${folder}/${name}`).split('\n');
      return [name.slice(0, 4), name, heading.replace(/^# \d{4} /, '')];
    });
    expect(listed.map(([, number, file, title]) => [number, file, title])).toEqual(titles);
  });

  it.each(decisions)('%s is listed, dated, and says what was given up', (name) => {
    const decision = read(`${folder}/${name}`);
    expect(read(`${folder}/README.md`)).toContain(`](${name})`);
    expect(decision).toMatch(new RegExp(`^# ${name.slice(0, 4)} .+\\n\\n\\d{1,2} [A-Z][a-z]+ \\d{4}\\n`));
    expect(decision).toMatch(/^## What we gave up$/m);
  });
});
