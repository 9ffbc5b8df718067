/**
 * Sent with every answer. A constant and not a plugin, because public bytes are answered with headers computed once.
 * No `unsafe-inline`: styles and scripts are files of our own, state travels in `<script type="application/json">`.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Of the pages of the app, and of nothing else: there photos are taken, and where that was is noted. */
export const APP_PERMISSIONS = 'camera=(self), microphone=(), geolocation=(self), payment=(), usb=()';

/**
 * Open data: JSON and CSV that any page may fetch. What steers a document (opener, referrer, permissions) has nothing to
 * steer here, and on an answer of a kilobyte it would be a third of the bytes. Should a browser be led to show it all the
 * same, it may load, run and frame nothing.
 */
export const OPEN_DATA_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
