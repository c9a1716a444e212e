import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { changeText, valueText } from '#submissions/changeText.ts'
import { lockWords } from '#submissions/lockWords.ts'
import type { Pending, Stuck } from '#sync/outbox/pending.ts'

/** One unsent change as a line of the export. */
export interface UnsentLine {
  report: string
  where: string
  value: string
  /** When it was typed. */
  at: string
  /** The stored value and its author. */
  theirs: string
  by: string
  why: string
}

/** A change with its refusal, if any, in words. `instant`: formats an instant. */
export function unsentLine(
  change: Pending & Partial<Pick<Stuck, 'refusal'>>,
  report: string,
  names: FormNames,
  instant: (at: string) => string,
): UnsentLine {
  const { pointer, at, refusal } = change
  const line = { report, where: names.anchor(pointer), value: changeText(change, names), at, theirs: '', by: '' }
  if (!refusal) return { ...line, why: 'Menunggu jaringan.' }
  switch (refusal.result) {
    case 'conflict': {
      const { value, name, at: changed } = refusal.theirs
      const theirs = value === 'removed' ? '(baris dihapus)' : valueText(pointer, value, names)
      const by = `${name || 'Pengguna lain'}, ${instant(changed)}`
      return { ...line, theirs, by, why: 'Isian ini juga diubah orang lain.' }
    }
    case 'locked':
      return { ...line, why: lockWords(refusal, instant) }
    case 'aside':
      return { ...line, why: 'Disimpan di samping.' }
    default:
      return { ...line, why: refusal.message }
  }
}
