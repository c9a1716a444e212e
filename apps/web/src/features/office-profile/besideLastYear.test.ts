import { expect, it } from 'vitest'
import { besideLastYear } from './besideLastYear.ts'
import type { FigureLine } from './queries.ts'

const line = (period: string, code: string, value: string, standing = 'final') =>
  ({ form: 'spm/triwulan', period, label: code, standing, figure: { code, value } }) as FigureLine

it('puts the same figure of the same quarter side by side', () => {
  const pairs = besideLastYear(
    [line('2025-TW1', 'spm.index', '80'), line('2025-TW2', 'spm.index', '85')],
    [line('2026-TW1', 'spm.index', '90', 'provisional')],
  )
  expect(pairs.map(({ quarter, before, now }) => [quarter, before?.figure.value, now?.figure.value])).toEqual([
    [1, '80', '90'],
    [2, '85', undefined],
  ])
})

it('takes of last year only what was approved, and no completeness', () =>
  expect(besideLastYear([line('2025', 'x', '1', 'provisional'), line('2025', 'completeness', '100')], [])).toEqual([]))
