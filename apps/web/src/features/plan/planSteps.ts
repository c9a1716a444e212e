import { parsePeriod } from '@sepakat/rules/periods/period.ts'
import { type FormKind, missingPeriods } from '#submissions/missingPeriods.ts'
import { count } from '#ui/numbers.ts'
import type { Period, Preview, Wave } from './queries.ts'

export type StepId = 'periode' | 'penugasan' | 'gelombang' | 'kewajiban'
export interface StepState {
  done: boolean
  words: string
}
interface Counted {
  rows: number
  more: boolean
}

export const steps: readonly { id: StepId; title: string; about: string }[] = [
  { id: 'periode', title: 'Periode', about: 'Kapan setiap formulir dibuka, tenggatnya, dan ditutup.' },
  { id: 'penugasan', title: 'Penugasan', about: 'Perangkat daerah mana yang mengampu setiap baris.' },
  { id: 'gelombang', title: 'Gelombang', about: 'Perangkat daerah mana yang sudah ikut, dan untuk laporan apa.' },
  { id: 'kewajiban', title: 'Kewajiban', about: 'Daftar kewajiban lapor yang mengikuti ketiganya.' },
]

export function periodsState(forms: readonly FormKind[], periods: readonly Period[], year: number): StepState {
  const missing = missingPeriods(forms, periods, year).length
  const there = periods.filter(one => !one.practice && parsePeriod(one.key).year === year).length
  if (there === 0) return { done: false, words: 'Belum ada periode' }
  if (missing > 0) return { done: false, words: `${count(missing)} periode belum dibuat` }
  return { done: true, words: `${count(there)} periode` }
}

const counted = ({ rows, more }: Counted): string => `${more ? 'Lebih dari ' : ''}${count(rows)}`

export function assignmentsState(unowned: Counted, double: Counted): StepState {
  const found = [
    unowned.rows > 0 && `${counted(unowned)} baris tanpa pengampu`,
    double.rows > 0 && `${counted(double)} baris berpengampu dua`,
  ].filter(Boolean)
  return found.length > 0
    ? { done: false, words: found.join(', ') }
    : { done: true, words: 'Semua baris ada pengampunya' }
}

/** A wave applies from the year of its first period on. */
export const wavesOf = (waves: readonly Wave[], year: number): Wave[] =>
  waves.filter(wave => parsePeriod(wave.fromPeriod).year <= year)

/** `outside`: how many offices owe something in the year and are in no wave for it. */
export function wavesState(waves: readonly Wave[], year: number, outside: number): StepState {
  const running = wavesOf(waves, year)
  const offices = new Set(running.flatMap(wave => wave.offices.map(office => office.id)))
  if (offices.size === 0) return { done: false, words: `Belum ada gelombang untuk ${year}` }
  const there = `${count(offices.size)} perangkat daerah dalam ${count(running.length)} gelombang`
  return outside > 0
    ? { done: false, words: `${there}, ${count(outside)} belum masuk gelombang` }
    : { done: true, words: there }
}

export function obligationsState({
  added,
  existing,
  orphans,
}: Pick<Preview, 'added' | 'existing' | 'orphans'>): StepState {
  if (added > 0) return { done: false, words: `${count(added)} kewajiban belum dibuat` }
  if (existing === 0) return { done: false, words: 'Belum ada kewajiban' }
  if (orphans > 0) return { done: true, words: `${count(existing)} kewajiban, ${count(orphans)} tidak diminta lagi` }
  return { done: true, words: `${count(existing)} kewajiban sudah dibuat` }
}
