import type { Upload } from '#sync/uploads/fileListOf.ts'

/** Files of a report that the server does not have completely. */
export interface UnsentFiles<Stuck = Upload> {
  /** So many are sent by themselves; of `saying` of them only the description. */
  waiting: number
  saying: number
  /** Those that need the user. */
  stuck: readonly Stuck[]
}
