/** Why a file cannot be evidence. Nothing of it is kept then. */
export type FileFault =
  | 'empty'
  /** Neither a photo nor a PDF, whatever it is called: SVG, HTML, a document of Word. */
  | 'other-type'
  /** As some phones save photos; this browser does not read it. */
  | 'heic'
  /** Damaged, or not complete. */
  | 'unreadable'
  /** More pixels than this device can hold. */
  | 'too-many-pixels'
  | 'too-large'
  /** A document that does something when it is opened. */
  | 'active-content'
  | 'no-room'
  /** This browser cannot shrink photos beside the page. */
  | 'old-browser'
  | 'failed';
