import { SECURITY_HEADERS } from '../security-headers.ts';

/** Should a browser be led to show a file as a page: it may load, run and frame nothing, and is of no origin. */
export const FILE_HEADERS = {
  ...SECURITY_HEADERS,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
} as const;
