import { DEMO_SIGN_INS } from '@patuh/seeds/demo/sign-ins';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { DemoSignIns } from '../../../web/src/features/sign-in/demo-sign-ins.tsx';

describe('the people of the demo on the sign-in page', () => {
  it('are one of each role at hand, and the others one press away', () => {
    const html = renderToStaticMarkup(
      createElement(DemoSignIns, { signIns: DEMO_SIGN_INS, onChoose: () => undefined }),
    );
    const [atHand = '', behind = ''] = html.split('<details>');
    const kinds = new Set(DEMO_SIGN_INS.map(({ kind }) => kind));
    expect(atHand.split('<button').length - 1).toBe(kinds.size);
    expect(behind.split('<button').length - 1).toBe(DEMO_SIGN_INS.length - kinds.size);
    expect(behind).toContain(`${DEMO_SIGN_INS.length - kinds.size} orang contoh lainnya`);
  });
});
