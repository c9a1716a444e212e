import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { signals } from '#sync/signals.ts'
import { foldsOf } from './folds.ts'
import { useTreeLines } from './useTreeLines.ts'

interface Made {
  table: string
  rows: { table: string; id: string; blocks: Made[] }[]
}
const tree = { tables: ['a', 'b'], columns: [] }
const root = (below: number) => {
  const lines = Array.from({ length: below }, (_, n) => ({ table: 'b', id: `b${n}`, blocks: [] }))
  return { table: 'a', rows: [{ table: 'a', id: '1', blocks: [{ table: 'b', rows: lines }] }] } satisfies Made as never
}
const shown = (first: number) => {
  const folds = foldsOf(signals())
  const use = ({ below }: { below: number }) => useTreeLines(folds, tree, root(below), { most: 60, whole: false })
  const { result, rerender } = renderHook(use, { initialProps: { below: first } })
  return { lines: () => result.current.length, grow: (below: number) => rerender({ below }) }
}

it('does not fold what is open when one more row comes', () => {
  const { lines, grow } = shown(59)
  expect(lines()).toBe(60)
  grow(60)
  expect(lines()).toBe(61)
})

it('begins folded where there are many lines, and stays so', () => {
  const { lines, grow } = shown(60)
  expect(lines()).toBe(1)
  grow(59)
  expect(lines()).toBe(1)
})
