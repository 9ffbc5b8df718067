import type { Grant } from '@patuh/shared/domain/actor';
import type { ReactElement } from 'react';

import { useGrantWords } from '../../platform/grant-words.ts';
import { peopleText } from '../../text/id/people.ts';
import { AddGrant } from './add-grant.tsx';
import { sameGrant } from './grant-choices.ts';

const text = peopleText.form;

interface GrantsEditorProps {
  readonly grants: readonly Grant[];
  readonly onChange: (grants: readonly Grant[]) => void;
}

/** The roles of a person and where they hold: taken away one by one, added one by one. */
export function GrantsEditor({ grants, onChange }: GrantsEditorProps): ReactElement {
  const words = useGrantWords();
  return (
    <div className="grants">
      {grants.length === 0 ? (
        <p className="soft">{text.noGrantsYet}</p>
      ) : (
        <ul className="grants__list">
          {grants.map((grant) => (
            <li key={words(grant)}>
              <span>{words(grant)}</span>
              <button
                type="button"
                className="button button--quiet button--danger"
                aria-label={text.removeThis(words(grant))}
                onClick={() => onChange(grants.filter((other) => !sameGrant(other, grant)))}
              >
                {text.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddGrant
        onAdd={(grant) => {
          if (!grants.some((other) => sameGrant(other, grant))) onChange([...grants, grant]);
        }}
      />
    </div>
  );
}
