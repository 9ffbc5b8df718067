import { READY_TEMPLATES, readyTemplateAddress } from '@patuh/shared/contracts/ready';
import type { ReactElement } from 'react';

import { readyText as text } from '../../text/id/ready.ts';

/** Documents to fill in. */
export function Templates(): ReactElement {
  return (
    <section className="section" aria-labelledby="contoh">
      <h2 id="contoh">{text.templatesTitle}</h2>
      <p>{text.templatesIntro}</p>
      <ul>
        {READY_TEMPLATES.map((template) => (
          <li key={template}>
            <a href={readyTemplateAddress(template)}>{text.template(text.templates[template].name)}</a>
            <br />
            <span className="small soft">{text.templates[template].about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
