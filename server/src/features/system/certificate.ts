import { connect } from 'node:tls';

const PATIENCE_MS = 3_000;
const HTTPS = 443;

export interface Certificate {
  /** Null where the address has none: it is not https. */
  readonly host: string | null;
  /** Null where nobody answers, or shows no certificate. */
  readonly validUntil: Date | null;
}

/** Looks at the certificate that the own address shows to everybody. Never throws. */
export async function certificateOf(publicUrl: string | null): Promise<Certificate> {
  const url = publicUrl === null ? null : new URL(publicUrl);
  if (url === null || url.protocol !== 'https:') return { host: null, validUntil: null };
  const { hostname } = url;
  return { host: url.host, validUntil: await validUntil(hostname, url.port === '' ? HTTPS : Number(url.port)) };
}

async function validUntil(host: string, port: number): Promise<Date | null> {
  return await new Promise((resolve) => {
    // One that is not valid is still to be read: that is what the page is for. Nothing is sent.
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false });
    const end = (moment: Date | null): void => {
      socket.destroy();
      resolve(moment);
    };
    socket.setTimeout(PATIENCE_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      end(Number.isNaN(until.getTime()) ? null : until);
    });
  });
}
