/** A column of a result: the type PostgreSQL gives it, and what pg makes of it. */
export interface Column<Value, Null extends boolean = boolean> {
  readonly type: string
  readonly nullable: Null
  /** Why it is never null although the database does not say so: an expression, or a column of an outer join. */
  readonly because?: string
  /** For the compiler alone. */
  readonly takes?: (value: Value) => void
}

interface Kind<Value> extends Column<Value, false> {
  /** Of these values only, which the database cannot say: some texts, the shape of a JSON. */
  readonly as: <Narrower extends Value>() => Kind<Narrower>
  readonly orNull: Column<Value, true>
  readonly notNull: (because: string) => Column<Value, false>
  /** Null in another text that has the same columns. */
  readonly orNullElsewhere: (because: string) => Column<Value, true>
}

const kind = <Value>(type: string): Kind<Value> => {
  const made: Kind<Value> = {
    type,
    nullable: false,
    as: <Narrower extends Value>() => made as Kind<Narrower>,
    orNull: { type, nullable: true },
    notNull: because => ({ type, nullable: false, because }),
    orNullElsewhere: because => ({ type, nullable: true, because }),
  }
  return made
}

/** Columns by their type: as it is, `.orNull`, `.notNull(why)` where the database cannot say so, `.as<…>()` where it is narrower. */
export const col = {
  bool: kind<boolean>('bool'),
  bytea: kind<Buffer>('bytea'),
  date: kind<string>('date'),
  float8: kind<number>('float8'),
  int4: kind<number>('int4'),
  int4s: kind<number[]>('_int4'),
  /** Too large for a number: text. */
  int8: kind<string>('int8'),
  /** Of any shape: `as` says which. */
  json: kind<unknown>('json'),
  jsonb: kind<unknown>('jsonb'),
  /** Exact: text. */
  numeric: kind<string>('numeric'),
  text: kind<string>('text'),
  texts: kind<string[]>('_text'),
  timestamptz: kind<Date>('timestamptz'),
  timestamptzs: kind<Date[]>('_timestamptz'),
  uuid: kind<string>('uuid'),
  uuids: kind<string[]>('_uuid'),
  varchar: kind<string>('varchar'),
} as const

type Columns = Record<string, Column<never>>

/** The row that columns make. */
export type RowOf<C> = {
  [K in keyof C]: C[K] extends Column<infer Value, infer Null> ? (Null extends true ? Value | null : Value) : never
}

type ColumnFor<Value> = unknown extends Value
  ? Column<unknown>
  : Column<NonNullable<Value>, null extends Value ? true : false>
type ColumnsFor<Row> = { [K in keyof Row]-?: ColumnFor<Row[K]> }

/**
 * Columns of a row whose type says more than the database can: which texts there are, what is in the JSON. The compiler holds
 * their names, kinds and nulls against it.
 */
export const rowOf = <Row extends object>(columns: ColumnsFor<Row>): ColumnsFor<Row> => columns

/** A statement that PostgreSQL prepares once a connection, under a name that no other text has. */
export interface Statement<Row extends object = object> {
  readonly name: string
  readonly text: string
  readonly columns: Columns
  /** A read by indexes of few rows, that locks nothing: many of them share a connection. */
  readonly small?: boolean
  /** For the compiler alone. */
  readonly row?: Row
}

/** Every statement made so far, for `statements.test.ts`, which compares their columns with the database's own description. */
export const statements = new Map<string, Statement>()

/**
 * Made once, at the top of a file; one whose text depends on what is asked has a name for each text. Off the hot roads a comment
 * that begins with "By SQL" says why it is not done by Prisma Client; a lock needs none, since that takes no locks.
 * @throws where another text has the name: pg would send the one and give the rows of the other
 */
export const statement = <const C extends object = Record<never, never>>(
  name: string,
  text: string,
  columns: C = {} as C,
  { small = false } = {},
): Statement<RowOf<C>> => {
  if ((statements.get(name)?.text ?? text) !== text) throw new Error(`Two texts are named ${name}`)
  const made = { name, text, columns: columns as Columns, small }
  statements.set(name, made)
  return made
}
