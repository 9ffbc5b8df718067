import { nextOpen } from '@patuh/shared/sync/progress';
import type { Section } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { BarTop } from './bar-top.tsx';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { placePath } from './finding-place.ts';
import { goToQuestion } from './hash-target.ts';
import { overviewPath } from './paths.ts';
import { countAt, type Step, stepPath, stepsOf } from './steps.ts';

interface StepBarProps {
  readonly section: Section;
  readonly subject: AssessmentSubject;
}

/** Stays at the lower edge: how far this page is, the pages before and after, and the next open question. */
export function StepBar({ section, subject }: StepBarProps): ReactElement {
  const { id, instrument } = useAssessment();
  const questionnaire = useQuestionnaire();
  const steps = stepsOf(instrument, questionnaire);
  const here = steps.findIndex(
    (step) => step.kind === 'section' && step.section.id === section.id && step.subject.id === subject.id,
  );
  const next = steps[here + 1];
  const count = countAt(questionnaire, subject.id, section.id);
  return (
    <nav className="step-bar" aria-label={fieldSectionText.steps}>
      <BarTop count={count} words={fieldSectionText.progress(count.answered, count.expected)} />
      <SideLink step={steps[here - 1]} words={fieldSectionText.previous} sign="‹" />
      {count.answered < count.expected ? (
        <NextOpen section={section} subject={subject} />
      ) : (
        <Link className="button step-bar__main" href={next === undefined ? overviewPath(id) : stepPath(id, next)}>
          {next === undefined ? fieldSectionText.toOverview : fieldSectionText.goOn(stepName(next, section))}
        </Link>
      )}
      <SideLink step={next} words={fieldSectionText.next} sign="›" />
    </nav>
  );
}

function NextOpen({ section, subject }: StepBarProps): ReactElement {
  const assessment = useAssessment();
  const { unit } = useHeader();
  const questionnaire = useQuestionnaire();
  const [, navigate] = useLocation();
  const go = (): void => {
    const { id, instrument } = assessment;
    const here = questionnaire.questions.find(
      (question) =>
        question.section.id === section.id && question.subject.id === subject.id && question.answer === null,
    );
    const next = here === undefined ? nextOpen(instrument, unit.kind, assessment.cells()) : undefined;
    if (here !== undefined) goToQuestion(here.indicator.id);
    else navigate(next === undefined ? overviewPath(id) : placePath(id, instrument, questionnaire, next));
  };
  return (
    <button type="button" className="button step-bar__main" onClick={go}>
      {fieldSectionText.nextOpen}
    </button>
  );
}

function SideLink({
  step,
  words,
  sign,
}: {
  readonly step: Step | undefined;
  readonly words: string;
  readonly sign: string;
}): ReactElement {
  const { id } = useAssessment();
  if (step === undefined) return <span className="step-bar__side" />;
  return (
    <Link className="step-bar__side" href={stepPath(id, step)} aria-label={words} title={stepName(step)}>
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}

/** The subject alone where one stays in the section, which is named above. */
function stepName(step: Step, within?: Section): string {
  if (step.kind === 'users') return fieldSectionText.toUsers;
  const { kind, number } = step.subject;
  const subject = kind === 'unit' ? '' : fieldWords.numbered(fieldWords.subjects[kind], number);
  if (step.section.id === within?.id) return subject;
  return subject === '' ? step.section.name : `${step.section.name}, ${subject}`;
}
