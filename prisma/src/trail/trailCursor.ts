/** Where a page of the audit trail goes on: after this event. `at` to the microsecond. */
export interface TrailCursor {
  at: string
  stream: string
  seq: number
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const isInstant = (text: string): boolean => {
  const date = new Date(text)
  return instant.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19)
}
const isStream = (text: string): boolean => /^[a-z]+(\/[\da-z-]+){0,2}$/.test(text)

export const encodeTrailCursor = ({ at, stream, seq }: TrailCursor): string =>
  Buffer.from(`${at} ${stream} ${seq}`).toString('base64url')

/** Null for what this never gave out. */
export const decodeTrailCursor = (cursor: string): TrailCursor | null => {
  const [at = '', stream = '', seq = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const isOurs = rest.length === 0 && isInstant(at) && isStream(stream) && /^[1-9]\d{0,8}$/.test(seq)
  return isOurs ? { at, stream, seq: Number(seq) } : null
}
