import { Component, type ReactNode } from 'react';

import { appText } from '../text/id/app.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** A fault of ours, or a part of the app that a newer version replaced meanwhile: a reload helps in both cases. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="notice notice--caution" role="alert">
        <p className="notice__title">{appText.broken.title}</p>
        <p>{appText.broken.body}</p>
        <p>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {appText.broken.reload}
          </button>
        </p>
      </div>
    );
  }
}
