import { Component, type ReactNode } from 'react';

import { isMissingPart, loadAnew } from '../platform/app-update/missing-part.ts';
import { appText } from '../text/id/app.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly fault: 'ours' | 'part-missing' | undefined;
}

/** A fault of ours, or a part of the app that a newer version replaced meanwhile: a reload helps in both cases. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: isMissingPart(error) ? 'part-missing' : 'ours' };
  }

  override componentDidCatch(error: unknown): void {
    if (isMissingPart(error)) loadAnew();
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    const { title, body } = fault === 'ours' ? appText.broken : appText.partMissing;
    return (
      <div className="notice notice--caution" role="alert">
        <p className="notice__title">{title}</p>
        <p>{body}</p>
        <p>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {appText.broken.reload}
          </button>
        </p>
      </div>
    );
  }
}
