import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import type { Bound } from './bind.ts'
import { type BoundKindName, boundKinds } from './boundKinds.ts'
import type { BoundColumns } from './readBound.ts'

/** An event that says how rows were left. */
export interface BindingEvent {
  stream: string
  seq: number
  type: string
  /** To the microsecond. */
  at: string
  actor: string
  data: Record<string, unknown> & { bound?: Bound }
}

/** How history last left a row (null: gone), and by which event. */
export interface Recorded {
  columns: BoundColumns | null
  by: Pick<BindingEvent, 'seq' | 'type' | 'at'>
  /** Known from an event of before rows were bound: it says of these columns alone. */
  partly?: true
}

/** By kind and id (`boundName`). */
export type RecordedRows = Map<string, Recorded>
export const boundName = (kind: BoundKindName, id: string): string => `${kind}/${id}`

export const bindingColumns = `stream, seq, type, ${instantText('at')} AS at, actor, data`

/** Row by row what an event binds; what no event of ours says is passed over, so that it stops no audit. */
export const boundRows = ({
  data,
}: BindingEvent): { kind: BoundKindName; id: string; columns: BoundColumns | null }[] =>
  Object.entries(data.bound ?? {}).flatMap(([kind, rows]) =>
    Object.hasOwn(boundKinds, kind)
      ? Object.entries(rows ?? {}).map(([id, columns]) => ({ kind: kind as BoundKindName, id, columns }))
      : [],
  )

/** Puts what an event binds over what was bound before. */
export const recordBound = (rows: RecordedRows, event: BindingEvent): void => {
  const { seq, type, at } = event
  for (const { kind, id, columns } of boundRows(event))
    rows.set(boundName(kind, id), { columns, by: { seq, type, at } })
}

const bindingRights = statement(
  'binding-rights',
  `SELECT ${bindingColumns} FROM event WHERE stream = 'rights' AND seq > $1 AND data ? 'bound' ORDER BY seq LIMIT 1000`,
  rowOf<BindingEvent>({
    stream: col.text,
    seq: col.int4,
    type: col.text,
    at: col.text.notNull('of a NOT NULL column'),
    actor: col.text,
    data: col.jsonb,
  }),
)

/** Events of the rights that bind something, in pages. */
export const rightsEvents = (db: Queryable): AsyncGenerator<BindingEvent[]> =>
  pages<BindingEvent>(
    [0],
    after => db.query(bindingRights, after),
    event => [event.seq],
  )

const boundSinceSql = statement(
  'bound-since',
  `SELECT ${instantText('at')} AS at FROM event WHERE stream = 'rights' AND type = 'history.bound' ORDER BY seq LIMIT 1`,
  { at: col.text.notNull('of NOT NULL columns') },
)

/** From when on everything is bound; null where nothing of before was bound yet. */
export const boundSince = async (db: Queryable): Promise<string | null> => {
  const [first] = await db.query(boundSinceSql)
  return first?.at ?? null
}
