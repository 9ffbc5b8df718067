// @ts-expect-error -- a stylesheet has no types; Vite takes it into the page
import 'survey-core/survey-core.min.css';

import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

/** The anchor of the form benchmark: the same questions in SurveyJS, filled in. Both are put in by the build. */
declare const SURVEY: object;
declare const ANSWERS: object;

/** As a list of units would: nothing of the survey is made before somebody opens it. */
document.getElementById('open')?.addEventListener('click', () => {
  const model = new Model(SURVEY);
  model.data = ANSWERS;
  const place = document.getElementById('app');
  if (place !== null) createRoot(place).render(<Survey model={model} />);
});
