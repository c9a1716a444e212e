/** How a change of an answer was made. */
export const vias = ['typed', 'api', 'carry', 'import', 'offline'] as const
export type Via = (typeof vias)[number]

/** Typed longer ago than this before it arrives: it was stored on the device while offline. */
const offlineAfterMs = 120_000

/** How a saved change was made. `deviceAt`: when the device says it was typed. */
export const viaOf = ({
  by,
  imported,
  deviceAt,
  now,
}: {
  by: 'session' | 'key'
  imported: boolean
  deviceAt?: Date
  now: Date
}): Via => {
  if (by === 'key') return 'api'
  if (imported) return 'import'
  return deviceAt !== undefined && now.getTime() - deviceAt.getTime() > offlineAfterMs ? 'offline' : 'typed'
}
