import { api, type Endpoint } from '@sepakat/contract'
import type { RowChange } from '../watchedTables.ts'

/** Recorded of reading, and of being refused, whatever the route: no event of what it writes. */
const isBeside = (type: string): boolean => type.endsWith('.read') || type.endsWith('.refused')

/** The types of the events among rows that were written, once each. */
export const typesOf = (changes: RowChange[]): string[] => [
  ...new Set(
    changes
      .flatMap(({ table, row }) => (table === 'event' && row !== null ? [String(row.type)] : []))
      .filter(type => !isBeside(type)),
  ),
]

/** Done, and yet the event of its route does not come, with what comes instead. */
const withoutItsEvent: Record<string, string> = {
  'POST /submissions (again, of one that is there)': 'it was created before',
}

/** What is wrong with the events that a request left which was done; null: they are those that its route declares. */
export const eventsFault = ({ route, ask }: { route: string; ask: string }, types: string[]): string | null => {
  const { audit, also = [] } = api[route as 'GET /forms'] as Endpoint
  const strange = types.filter(type => type !== audit && !also.some(one => one === type))
  if (strange.length > 0) return `left ${strange.join(', ')}, which its route does not declare`
  const needsNone =
    audit === null ||
    audit === 'answers.changed' ||
    audit === 'notices.read' ||
    audit === 'stores-nothing' ||
    ask in withoutItsEvent
  return needsNone || types.includes(audit) ? null : `left no ${audit}`
}
