/** Where a list of reports goes on: after this due instant (to the microsecond, or `infinity`) and id. */
export interface LineCursor {
  due: string
  id: string
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const encodeLineCursor = ({ due, id }: LineCursor): string => Buffer.from(`${due} ${id}`).toString('base64url')

const isInstant = (text: string): boolean => {
  if (!instant.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19)
}

/** `2026-03-31 00:00:00.5+00`, as PostgreSQL writes an instant in UTC, in the one form that a cursor has. */
export const cursorDue = (text: string): string => {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text) ?? []
  return day === undefined ? 'infinity' : `${day}T${time}.${fraction.padEnd(6, '0')}Z`
}

/** Null for what this never gave out. */
export const decodeLineCursor = (cursor: string): LineCursor | null => {
  const [due = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  return rest.length === 0 && uuid.test(id) && (due === 'infinity' || isInstant(due)) ? { due, id } : null
}
