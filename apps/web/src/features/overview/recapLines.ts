import type { Figure } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'

type Sent = ResponseOf<'GET /recap'>
export type RecapItem = Omit<Sent['items'][number], 'figure'> & { figure: Figure }
export type RecapData = Omit<Sent, 'items'> & { items: RecapItem[] }
/** How much of what is owed was submitted, and who cannot file yet. */
export type Covered = Pick<Sent, 'coverage' | 'standing' | 'notUsing'>
interface Under {
  item: RecapItem
  depth: number
}
/** The lines under the figures of the region, with a figure in each column that has one. */
export interface RecapLine {
  row: string
  code: string
  label: string
  /** Its group; a heading above the first line of each where there are several. */
  group: string
  offices: RecapItem['offices']
  depth: number
  cells: (RecapItem | undefined)[]
}
export interface RecapTableData {
  columns: string[]
  lines: RecapLine[]
}

export const keyOf = ({ figure: { code, row } }: RecapItem): string => `figure:${code}/${row}`

/**
 * The inputs of a figure, recursively, also those left out: its derivation names them. A figure of the same
 * row is a part of the one above it, shown in its derivation alone.
 */
export function linesUnder(head: RecapItem, items: readonly RecapItem[], depth = 0): Under[] {
  const { inputs, left } = head.figure.derivation
  const named = new Set([...inputs, ...left].map(({ at }) => at))
  return items
    .filter(item => named.has(keyOf(item)) && item.figure.row !== head.figure.row)
    .flatMap(item => [{ item, depth }, ...linesUnder(item, items, depth + 1)])
}

export const headsOf = (items: readonly RecapItem[]): RecapItem[] => items.filter(({ figure }) => figure.row === '')

const isCompleteness = ({ figure }: RecapItem): boolean => figure.code === 'completeness'

/** A column for each figure of the region; of a form without any but how much is filled in, for each figure of its rows. */
export function recapTable(all: readonly RecapItem[]): RecapTableData {
  const items = all.filter(item => !isCompleteness(item))
  const heads = headsOf(items)
  const columns =
    heads.length > 0
      ? heads.map(head => ({ label: head.label, under: linesUnder(head, items) }))
      : [...groupBy(items, ({ label }) => label)].map(([label, own]) => ({
          label,
          under: own.map(item => ({ item, depth: 0 })),
        }))
  const lines = new Map<string, RecapLine>()
  columns.forEach(({ under }, at) => {
    for (const { item, depth } of under) {
      const { rowLabel: label, rowCode: code, group, offices, figure } = item
      const line = lines.get(figure.row) ?? {
        row: figure.row,
        code,
        label,
        group,
        offices,
        depth,
        cells: columns.map(() => undefined),
      }
      line.cells[at] = item
      lines.set(figure.row, line)
    }
  })
  return { columns: columns.map(({ label }) => label), lines: [...lines.values()] }
}

/** Beside figures of the region: rows that none of them is made of, as how many offices are in each category. A table for each figure. */
export function tablesBeside(all: readonly RecapItem[]): RecapTableData[] {
  if (headsOf(all).every(isCompleteness)) return []
  const named = new Set(
    all.flatMap(({ figure: { derivation } }) => [...derivation.inputs, ...derivation.left]).map(({ at }) => at),
  )
  const shown = new Set(recapTable(all).lines.map(({ row }) => row))
  // A figure of a row that is shown, or that another names, is found in a derivation.
  const beside = all.filter(item => item.figure.row !== '' && !named.has(keyOf(item)) && !shown.has(item.figure.row))
  return [...groupBy(beside, ({ figure }) => figure.code).values()].map(recapTable)
}

/** The heading above a line: where the lines of one level are in several groups, the group that starts with it. */
export function groupsAbove(lines: readonly RecapLine[]): (string | null)[] {
  const several = lines.every(({ depth }) => depth === 0) && new Set(lines.map(({ group }) => group)).size > 1
  return lines.map(({ group }, at) => (several && group !== lines[at - 1]?.group ? group : null))
}
