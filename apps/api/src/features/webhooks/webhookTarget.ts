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

/** Networks that the library takes for public and that are not to be reached: of translators, measurements, documents, segment routing. */
const notPublic = ['64:ff9b:1::/48', '192.88.99.0/24', '198.18.0.0/15', '100::/64', '5f00::/16', '3fff::/20'].map(one =>
  ipaddr.parseCIDR(one),
)

/** Of the whole internet: private, local, shared, documented, mapped and translated ones are not. */
export const isPublic = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  return (
    address.range() === 'unicast' &&
    !notPublic.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits))
  )
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
