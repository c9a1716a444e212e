import { useSyncExternalStore } from 'react'
import { useForm } from '../FormContext.ts'
import type { Upload } from './fileList.ts'

/** What the server does not have of the files of a report. */
export interface UnsentFiles<Stuck = Upload> {
  /** So many go by themselves; of `saying` of them only what was said of the attached file. */
  waiting: number
  saying: number
  /** Those that need their person. */
  stuck: readonly Stuck[]
}

/** The files of this report that are not attached, or of which something is not said yet. */
export function useUnsentFiles(): UnsentFiles {
  const { uploads } = useForm()
  const subscribe = (listener: () => void) => uploads.on('uploads', listener)
  const all = useSyncExternalStore(subscribe, uploads.all)
  const preparing = useSyncExternalStore(subscribe, uploads.preparing)
  const stuck = all.filter(({ state }) => state === 'stuck')
  const saying = all.filter(({ state, unsaid }) => state !== 'stuck' && unsaid).length
  return { waiting: all.length - stuck.length + preparing, saying, stuck }
}
