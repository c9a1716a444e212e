// Which announcements a user dismissed on this device.
const place = (person: string): string => `put-away-${person}`

export const dismissed = (person: string): string[] => (localStorage.getItem(place(person)) ?? '').split(' ')

export function keepDismissed(person: string, ids: string[]): string[] {
  localStorage.setItem(place(person), ids.join(' '))
  return ids
}
