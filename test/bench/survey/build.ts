import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Instrument } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { build } from 'vite';

/** A question as both forms ask it: one indicator for one subject, with its answer and a note. */
export interface AskedQuestion {
  readonly indicatorId: string;
  readonly subjectId: string;
  readonly level: number;
  readonly note: string;
}

const QUESTIONS_PER_PAGE = 20;

/** Builds SurveyJS with these questions, twenty to a page, into a folder that a static server can serve. */
export async function buildSurvey(
  instrument: Instrument,
  questions: readonly AskedQuestion[],
  outDir: string,
): Promise<void> {
  const root = join(outDir, 'source');
  await mkdir(root, { recursive: true });
  const entry = join(import.meta.dirname, 'page.tsx');
  await writeFile(
    join(root, 'index.html'),
    `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body><button id="open">Buka</button><div id="app"></div><script type="module" src="${entry}"></script></body></html>`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { outDir: join(outDir, 'built'), emptyOutDir: true, target: 'chrome119' },
    define: {
      SURVEY: JSON.stringify(surveyOf(instrument, questions)),
      ANSWERS: JSON.stringify(answersOf(questions)),
      'process.env.NODE_ENV': '"production"',
    },
  });
}

function surveyOf(instrument: Instrument, questions: readonly AskedQuestion[]): object {
  const indicators = new Map(indicatorsOf(instrument.tree).map((indicator) => [String(indicator.id), indicator]));
  const elements = questions.flatMap(({ indicatorId }, index) => {
    const indicator = indicators.get(indicatorId);
    return [
      {
        type: 'radiogroup',
        name: `q${index}`,
        title: indicator?.question ?? '',
        description: indicator?.guidance ?? '',
        choices: (indicator?.levels ?? []).map(({ level, text }) => ({ value: level, text })),
      },
      { type: 'comment', name: `n${index}`, title: 'Catatan', visibleIf: `{q${index}} notempty` },
    ];
  });
  const perPage = 2 * QUESTIONS_PER_PAGE;
  const pages = Array.from({ length: Math.ceil(elements.length / perPage) }, (_, page) => ({
    name: `p${page}`,
    elements: elements.slice(page * perPage, (page + 1) * perPage),
  }));
  return { pages, showProgressBar: true };
}

function answersOf(questions: readonly AskedQuestion[]): object {
  return Object.fromEntries(
    questions.flatMap(({ level, note }, index) => [
      [`q${index}`, level],
      [`n${index}`, note],
    ]),
  );
}
