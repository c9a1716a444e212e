import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** `loopback`: to this very machine, over http too. Only tests send there: no setting says it. */
export type Sending = 'public' | 'loopback'

/** An address that was judged, to which the connection goes whatever the name means a moment later. */
export interface Target {
  address: string
  family: 4 | 6
}

/** Why nothing is sent there, as an administrator reads it. */
export class TargetRefused extends Error {}

/** IPv4 written as IPv6 (RFC 4291 §2.5.5.1, given up): the library takes it for public, whatever it maps. */
const compatible = ipaddr.IPv6.parseCIDR('::/96')

/** Of the whole internet: private, local, shared, documented, mapped and translated ones are not. */
export const isPublic = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  return address.range() === 'unicast' && !(address instanceof ipaddr.IPv6 && address.match(compatible))
}

const isLoopback = (text: string): boolean => ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback'

/** Every address that a name has, each judged. @throws TargetRefused where one of them is no public one, or it is not https */
export const webhookTargets = async (url: URL, sending: Sending): Promise<[Target, ...Target[]]> => {
  const isOpen = sending === 'loopback' && url.protocol === 'http:'
  if (url.protocol !== 'https:' && !isOpen) throw new TargetRefused('Alamatnya harus https.')
  if (url.username !== '' || url.password !== '')
    throw new TargetRefused('Alamatnya tidak boleh memuat nama atau sandi.')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first, ...others] = found.map(({ address, family }): Target => ({ address, family: family === 6 ? 6 : 4 }))
  if (first === undefined) throw new TargetRefused(`Nama ${host} tidak ditemukan di DNS.`)
  const wrong = [first, ...others].find(
    ({ address }) => !isPublic(address) && !(sending === 'loopback' && isLoopback(address)),
  )
  if (wrong !== undefined)
    throw new TargetRefused(
      `${host} menunjuk ${wrong.address}, alamat jaringan dalam atau khusus. Pesan hanya dikirim ke alamat di internet.`,
    )
  return [first, ...others]
}
