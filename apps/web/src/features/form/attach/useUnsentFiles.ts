import { useSyncExternalStore } from 'react'
import { useForm } from '../FormContext.ts'
import type { Upload } from './fileList.ts'

/** The files of this report that are not attached: how many go by themselves, and those that need their person. */
export function useUnsentFiles(): { waiting: number; stuck: readonly Upload[] } {
  const { uploads } = useForm()
  const subscribe = (listener: () => void) => uploads.on('uploads', listener)
  const all = useSyncExternalStore(subscribe, uploads.all)
  const preparing = useSyncExternalStore(subscribe, uploads.preparing)
  const stuck = all.filter(({ state }) => state === 'stuck')
  return { waiting: all.length - stuck.length + preparing, stuck }
}
