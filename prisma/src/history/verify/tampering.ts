/** One thing that is not as it was written, named so that a person can find it. `where` is a stream, revision, file or seal. */
export interface Tampering {
  code:
    | 'event-changed'
    | 'event-missing'
    | 'stream-cut'
    | 'stream-broken'
    | 'seal-changed'
    | 'seal-missing'
    | 'sealed-event-missing'
    | 'sealed-event-changed'
    | 'anchor-differs'
    | 'revision-changed'
    | 'revision-missing'
    | 'revision-unrecorded'
    | 'figure-changed'
    | 'figure-missing'
    | 'figure-added'
    | 'change-missing'
    | 'change-changed'
    | 'form-version-changed'
    | 'form-version-missing'
    | 'attachment-changed'
    | 'attachment-missing'
    | 'file-changed'
    | 'file-missing'
  where: string
  message: string
}

/** `2026-11-24T01:02:03.004005Z`: an instant as PostgreSQL keeps it; what is written has no microseconds. */
export const instantText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
