import { useDates } from '../../../lib/me.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { lockWords, unsentText, valueText } from '../model/stuckWords.ts'
import type { Stuck } from '../outbox/pending.ts'
import { exportUnsent } from './exportUnsent.ts'

/** Saves what did not go through at these pointers as a file: both values, who and when, and why. */
export function useExportStuck(): (pointers: readonly string[]) => void {
  const { title, periodTitle } = useSubmission()
  const { store, names } = useForm()
  const dates = useDates()
  const theirsOf = ({ pointer, refusal }: Stuck) => {
    if (refusal.result !== 'conflict') return { theirs: '', by: '' }
    const { value, name, at } = refusal.theirs
    const theirs = value === 'removed' ? '(baris dihapus)' : valueText(pointer, value, names())
    return { theirs, by: `${name || 'Pengguna lain'}, ${dates.short(at)}` }
  }
  const whyOf = ({ refusal }: Stuck): string =>
    refusal.result === 'conflict'
      ? 'Isian ini juga diubah orang lain.'
      : refusal.result === 'locked'
        ? lockWords(refusal, dates.short)
        : 'message' in refusal
          ? refusal.message
          : 'Disimpan di samping.'
  return pointers =>
    exportUnsent(
      `${title} ${periodTitle}`,
      pointers.flatMap(at => {
        const stuck = store.stuck(at)
        if (!stuck) return []
        const where = names().anchor(at)
        return [{ where, value: unsentText(stuck, names()), at: stuck.at, ...theirsOf(stuck), why: whyOf(stuck) }]
      }),
    )
}
