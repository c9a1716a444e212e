/** `2026-11-24T01:02:03.004005Z`: SQL of an instant as PostgreSQL keeps it; what is written has no microseconds. */
export const instantText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The same of an instant that is about to be written. */
export const instantOf = (at: Date): string => at.toISOString().replace('Z', '000Z')
