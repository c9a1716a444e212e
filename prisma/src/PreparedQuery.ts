import pg from 'pg'
import { columnTypes } from './columnTypes.ts'

interface Described {
  fields: { name: string; dataTypeID: number }[]
}
type Columns = { name: string; read: (text: string) => unknown }[]
export type Done = (error: Error | null | undefined, result: { rows: object[] }) => void

/** What `pg` calls while a statement is sent and answered. */
interface Upstream {
  name: string
  _result: { rows: object[] }
  _canceledDueToError: unknown
  prepare(connection: object): void
}
// its types know of a query only that it is sent
const Upstream = pg.Query as unknown as new (statement: pg.QueryConfig) => Upstream

interface Known {
  columns: Map<string, Columns>
  /** The connection, which asks for no description. */
  quiet: object
}
const connections = new WeakMap<object, Known>()

const knownOf = (connection: object): Known => {
  const known = connections.get(connection)
  if (known !== undefined) return known
  const quiet = Object.create(connection, { describe: { value: () => undefined } }) as object
  const made = { columns: new Map<string, Columns>(), quiet }
  connections.set(connection, made)
  return made
}

/**
 * A prepared statement whose columns are asked for once a connection: `pg` asks each time, and the description of forty columns is
 * longer than their row. They cannot change, since PostgreSQL then refuses to run what was prepared.
 */
export class PreparedQuery extends Upstream {
  #known: Known | undefined
  #columns: Columns = []

  override prepare(connection: object): void {
    this.#known = knownOf(connection)
    const columns = this.#known.columns.get(this.name)
    this.#columns = columns ?? []
    super.prepare(columns ? this.#known.quiet : connection)
  }

  handleRowDescription({ fields }: Described): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: columnTypes.getTypeParser(dataTypeID, 'text'),
    }))
    this.#known?.columns.set(this.name, this.#columns)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this._canceledDueToError) return
    const row: Record<string, unknown> = {}
    try {
      let at = 0
      for (const { name, read } of this.#columns) {
        const text = fields[at++] ?? null
        row[name] = text === null ? null : read(text)
      }
      this._result.rows.push(row)
    } catch (error) {
      this._canceledDueToError = error
    }
  }
}
