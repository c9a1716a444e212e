import type { Cell, Place } from '@sepakat/rules'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { segmentsOf } from './cells.ts'
import type { FormStore } from './formStore.ts'
import { passRemovals } from './onResult.ts'

type Changes = ResponseOf<'GET /submissions/:id/changes'>['items']

/**
 * Merges changes accepted since, by any user. A cell with an unsent change keeps showing that; everywhere else the new
 * value appears, marked with its author: not where the form started from the cache, since no user saw it change. `me`: the
 * acting post, whose own changes are not marked either. Returns the names of others who added, moved or removed rows.
 */
export function mergeChanges(store: FormStore, items: Changes, me: string): string[] {
  const rearranged = new Set<string>()
  const own = new Set(items.map(({ seq }) => seq).filter(store.seen.isOwn))
  for (const { pointer, op, to, seq, by, at } of items) {
    store.seen.reached(seq)
    const content = contentOf(op, to)
    const isNews = content !== null && store.cells.accept(pointer, content, seq)
    passRemovals(store.cells, store.outbox, pointer, seq, own.has(seq))
    if (!isNews) continue
    if (by.actor !== me && !store.seen.isBehind()) {
      if (segmentsOf(pointer).field === undefined) rearranged.add(by.name)
      else if (!store.outbox.at(pointer)) store.fresh.set(pointer, { name: by.name, at })
    }
    store.show(pointer)
  }
  return [...rearranged]
}

function contentOf(op: string, to: unknown) {
  switch (op) {
    case 'set':
      return { op, value: to as Cell } as const
    case 'clear':
    case 'remove':
      return { op, value: null } as const
    case 'add':
    case 'move':
      return { op, value: to as Place } as const
    default:
      return null
  }
}
