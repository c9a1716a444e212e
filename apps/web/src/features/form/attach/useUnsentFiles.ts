import type { Upload } from '#sync/uploads/fileListOf.ts'
import { useSignal } from '#sync/useSignal.ts'
import { useForm } from '../FormContext.ts'

/** Files of a report that the server does not have completely. */
export interface UnsentFiles<Stuck = Upload> {
  /** So many are sent by themselves; of `saying` of them only the description. */
  waiting: number
  saying: number
  /** Those that need the user. */
  stuck: readonly Stuck[]
}

/** The files of this report that are not attached, or whose description is not saved yet. */
export function useUnsentFiles(): UnsentFiles {
  const { uploads } = useForm()
  const all = useSignal(uploads, 'uploads', uploads.all)
  const preparing = useSignal(uploads, 'uploads', uploads.preparing)
  const stuck = all.filter(({ state }) => state === 'stuck')
  const saying = all.filter(({ state, unsaid }) => state !== 'stuck' && unsaid).length
  return { waiting: all.length - stuck.length + preparing, saying, stuck }
}
