import { createHash } from 'node:crypto'

/** The UUID of version 7 that a thing made then has: the same for the same words. */
export const idOf = (at: Date, ...of: (string | number)[]): string => {
  const hex = createHash('sha256').update(of.join('\n')).digest('hex')
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = '89ab'[Number.parseInt(hex.charAt(0), 16) % 4]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
