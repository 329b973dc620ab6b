import { isIPv4, isIPv6 } from 'node:net'

/**
 * What stands for a client's address in a limit. An IPv6 customer has at least a /64 to choose from, so that is one;
 * an IPv4 address written as IPv6 is the IPv4 address.
 */
export function addressKey(address: string): string {
  const plain = address.trim().replace(/%.*$/, '').toLowerCase()
  if (isIPv4(plain) || !isIPv6(plain)) return plain.slice(0, 100)
  const groups = expand(plain)
  if (groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff') {
    const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** The eight groups of an address, without leading zeros. */
function expand(address: string): string[] {
  // The URL parser writes every spelling of an address the same way, with dotted tails turned into groups.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const left = head === '' ? [] : head.split(':')
  if (tail === undefined) return left
  const right = tail === '' ? [] : tail.split(':')
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
}
