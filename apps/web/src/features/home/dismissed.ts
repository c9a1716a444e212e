// Which announcements a user dismissed on this device.
import { deviceChoice, keepDeviceChoice } from '#sync/deviceChoice.ts'

const place = (person: string): string => `put-away-${person}`

export const dismissed = (person: string): string[] => (deviceChoice(place(person)) ?? '').split(' ')

export function keepDismissed(person: string, ids: string[]): string[] {
  keepDeviceChoice(place(person), ids.join(' '))
  return ids
}
