import { exact, isDecimal, zero } from '../../numbers/decimal.ts'
import { formatExact, formatNumber } from '../../numbers/formatNumber.ts'
import type { Cell } from '../../types/Answers.ts'
import { type CodedTable, isWithin } from './codes.ts'

type Budgets = Record<CodedTable, [code: string, budget: Cell][]>

const known = ([, budget]: [string, Cell]): boolean => typeof budget === 'string' && isDecimal(budget)

/** Programmes and activities whose budget in the lines is not the sum of their sub-activities; only the latter are imported. */
export const differingSums = ({ programs, activities, subactivities }: Budgets): string[] =>
  [...programs, ...activities].filter(known).flatMap(([code, budget]) => {
    const below = subactivities.filter(one => known(one) && isWithin(one[0], code))
    const sum = below.reduce((all, [, one]) => all.plus(exact(String(one))), zero)
    if (below.length === 0 || sum.eq(exact(String(budget)))) return []
    return [
      `Anggaran ${code} tertulis Rp ${formatNumber(String(budget))}, jumlah sub kegiatannya Rp ${formatExact(sum)}.`,
    ]
  })
