import type pg from 'pg'
import type { Column, Statement } from './statement.ts'

/** What PostgreSQL says of a statement without running it. */
interface Described {
  name: string
  type: string
  /** Whether it can be null as far as the database knows: an expression, a column without NOT NULL, one of an outer join. */
  nullable: boolean
}

/** Type of a function that gives nothing. Such a column is not declared, nor is one without a name (`SELECT 1`). */
const nothing = 2278

type Field = Pick<pg.FieldDef, 'name' | 'dataTypeID' | 'tableID' | 'columnID'>

/** Asks for the columns of a text: pg itself asks only when it runs one. */
const fieldsOf = (client: pg.Client, text: string): Promise<Field[]> =>
  new Promise((resolve, reject) => {
    let fields: Field[] = []
    const describe = {
      submit: (connection: pg.Connection) => {
        connection.parse({ name: '', text, types: [] }, false)
        connection.describe({ type: 'S', name: '' }, false)
        connection.sync()
      },
      handleRowDescription: (message: { fields: Field[] }) => {
        fields = message.fields
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(fields),
    }
    client.query(describe)
  })

/** Names of tables whose columns an outer join may leave null; `null`: of all. */
const outerJoined = (text: string): Set<string> | null => {
  if (/\b(RIGHT|FULL)\s+(OUTER\s+)?JOIN\b/i.test(text)) return null
  const found = new Set<string>()
  for (const { index, 0: words } of text.matchAll(/\bLEFT\s+(OUTER\s+)?JOIN\s+(LATERAL\s+)?/gi)) {
    const rest = text.slice(index + words.length)
    const joined = rest.startsWith('(')
      ? inParentheses(rest).matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)/gi)
      : [/"?(\w+)/.exec(rest)]
    for (const name of joined) if (name?.[1]) found.add(name[1])
  }
  return found
}

const inParentheses = (text: string): string => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')' && --depth === 0) return text.slice(0, at)
  }
  return text
}

/** Reads columns of statements in a migrated database. */
export const columnReader = async (client: pg.Client) => {
  const types = await client.query<{ oid: number; typname: string }>('SELECT oid, typname FROM pg_type')
  const typeOf = new Map(types.rows.map(({ oid, typname }) => [Number(oid), typname]))
  const attributes = await client.query<{ table: number; column: number; name: string; sure: boolean }>(
    `SELECT a.attrelid AS table, a.attnum AS column, c.relname AS name, a.attnotnull AS sure
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0`,
  )
  const attributeOf = new Map(attributes.rows.map(row => [`${row.table}.${row.column}`, row]))
  return async (text: string): Promise<Described[]> => {
    const outer = outerJoined(text)
    const fields = (await fieldsOf(client, text)).filter(
      ({ name, dataTypeID }) => name !== '?column?' && dataTypeID !== nothing,
    )
    return fields.map(({ name, dataTypeID, tableID, columnID }) => {
      const plain = attributeOf.get(`${tableID}.${columnID}`)
      const nullable = !plain?.sure || outer === null || outer.has(plain.name)
      return { name, type: typeOf.get(dataTypeID) ?? String(dataTypeID), nullable }
    })
  }
}

/** What is wrong with the columns that a statement declares. */
export const faultsOf = ({ name, columns }: Statement, found: Described[]): string[] => {
  const declared = new Map<string, Column<never>>(Object.entries(columns))
  const missing = [...declared.keys()].filter(column => !found.some(one => one.name === column))
  const twice = found.filter((one, at) => found.findIndex(other => other.name === one.name) !== at)
  return [
    ...missing.map(column => `${name}: "${column}" does not come`),
    ...twice.map(column => `${name}: "${column.name}" comes twice`),
    ...found.flatMap(column => {
      const said = declared.get(column.name)
      if (said === undefined) return [`${name}: "${column.name}" (${column.type}) is not declared`]
      if (said.type !== column.type) return [`${name}: "${column.name}" is ${column.type}, not ${said.type}`]
      if (column.nullable && !said.nullable && said.because === undefined)
        return [`${name}: "${column.name}" may be null: orNull, or notNull and why`]
      if (!column.nullable && said.nullable && said.because === undefined)
        return [`${name}: "${column.name}" is never null, as the database knows`]
      return []
    }),
  ]
}
