import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';

/** Where the server may go for somebody else: set apart so that a test can have servers of its own. */
export interface Reach {
  /** Whether an address of a host (as the resolver gives it) may be connected to. */
  readonly isAddress: (address: string) => boolean;
  readonly isPort: (port: number) => boolean;
}

/** Public by its number, but answered by the machine below a virtual one. */
const CLOUD_HOSTS: ReadonlySet<string> = new Set(['168.63.129.16']);
/** All that is handed out of IPv6 (RFC 4291); what lies beyond is no address of a website. */
const GLOBAL_IPV6 = ipaddr.IPv6.parse('2000::');

/**
 * Whether anybody in the world can reach the address: neither of this machine nor of the office’s network, and no way
 * round through IPv6 that ends in one (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || CLOUD_HOSTS.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6, 3);
}

const PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Websites that are open to everybody. */
export const THE_PUBLIC_WEB: Reach = { isAddress: isPublicAddress, isPort: (port) => PORTS.has(port) };
