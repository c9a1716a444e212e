import { useSyncExternalStore } from 'react'
import { useForm } from '../FormContext.ts'
import type { Upload } from './fileList.ts'

/** The files of this report that are not attached: how many go by themselves, and those that wait for a word of their person. */
export function useUnsentFiles(): { waiting: number; undecided: readonly Upload[] } {
  const { uploads } = useForm()
  const subscribe = (listener: () => void) => uploads.on('uploads', listener)
  const all = useSyncExternalStore(subscribe, uploads.all)
  const preparing = useSyncExternalStore(subscribe, uploads.preparing)
  const undecided = all.filter(({ state }) => state !== 'waiting')
  return { waiting: all.length - undecided.length + preparing, undecided }
}
