import { BlockList, isIP } from "node:net";

// Everything that is not the public internet, by the special-purpose registries of IANA (RFC 6890 and its updates).
const notPublic = new BlockList();
const V4: [string, number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // behind a carrier's NAT
  ["127.0.0.0", 8],
  ["169.254.0.0", 16], // link-local: cloud metadata
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16],
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
];
for (const [net, bits] of V4) notPublic.addSubnet(net, bits, "ipv4");
const V6: [string, number][] = [
  ["2001::", 23], // Teredo, benchmarks and others that are no hosts
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4 holds an IPv4 address
  ["3fff::", 20],
];
for (const [net, bits] of V6) notPublic.addSubnet(net, bits, "ipv6");
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");
const mappedV4 = new BlockList();
mappedV4.addSubnet("::ffff:0:0", 96, "ipv6");

/** Whether an IP address is one of the public internet; false for what is no address. An IPv4 address in IPv6's clothes is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  if (family !== 6) return false;
  if (!globalV6.check(address, "ipv6")) return mappedV4.check(address, "ipv6") && !notPublic.check(address, "ipv6");
  return !notPublic.check(address, "ipv6");
}
