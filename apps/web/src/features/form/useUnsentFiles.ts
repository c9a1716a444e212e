import { useSignal } from '#sync/useSignal.ts'
import type { UnsentFiles } from './attach/UnsentFiles.ts'
import { useForm } from './FormContext.ts'

/** The files of this report that are not attached, or whose description is not saved yet. */
export function useUnsentFiles(): UnsentFiles {
  const { uploads } = useForm()
  const all = useSignal(uploads, 'uploads', uploads.all)
  const preparing = useSignal(uploads, 'uploads', uploads.preparing)
  const stuck = all.filter(({ state }) => state === 'stuck')
  const saying = all.filter(({ state, unsaid }) => state !== 'stuck' && unsaid).length
  return { waiting: all.length - stuck.length + preparing, saying, stuck }
}
