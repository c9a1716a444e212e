import { useSyncExternalStore } from 'react'
import { useForm } from '../FormContext.ts'
import type { Upload } from './fileList.ts'

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
  const subscribe = (listener: () => void) => uploads.on('uploads', listener)
  const all = useSyncExternalStore(subscribe, uploads.all)
  const preparing = useSyncExternalStore(subscribe, uploads.preparing)
  const stuck = all.filter(({ state }) => state === 'stuck')
  const saying = all.filter(({ state, unsaid }) => state !== 'stuck' && unsaid).length
  return { waiting: all.length - stuck.length + preparing, saying, stuck }
}
