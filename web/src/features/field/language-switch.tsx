import { type ReactElement, useMemo } from 'react';

import { useRemembered } from '../../platform/remembered.ts';
import { fieldFormText } from '../../text/id/field-form.ts';
import { useAssessment } from './desk-scope.tsx';
import { questionLanguage } from './question-language.ts';
import { languagesOf } from './wording.ts';

/** In which language the questions stand; only where the instrument words any of them in another one. */
export function LanguageSwitch(): ReactElement | null {
  const { instrument } = useAssessment();
  const languages = useMemo(() => languagesOf(instrument), [instrument]);
  const chosen = useRemembered(questionLanguage);
  if (languages.length === 0) return null;
  return (
    <label className="language-switch">
      <span>{fieldFormText.language}</span>
      <select
        value={languages.some(({ tag }) => tag === chosen) ? chosen : ''}
        onChange={({ target }) => questionLanguage.keep(target.value === '' ? undefined : target.value)}
      >
        <option value="">{fieldFormText.indonesian}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
