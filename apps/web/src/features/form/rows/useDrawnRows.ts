import type { Block } from '@sepakat/rules'
import { treeAt, treeLines } from '@sepakat/rules/sheet/tree.ts'
import { useMemo } from 'react'
import { rowKey } from '#sheet/answers/cells.ts'
import { useTreeLines } from '#sheet/useTreeLines.ts'
import { useForm, useView } from '../FormContext.ts'
import { usePrinting } from './usePrinting.ts'
import { allDrawn, useVirtualRows } from './useVirtualRows.ts'

/** The rows of a block that pass the filter, in a table over levels those of all levels; of very many those near the screen. */
export function useDrawnRows(block: Block, inColumns: boolean) {
  const { kind, view } = useForm()
  const shown = useView('shown')
  const printing = usePrinting()
  const tree = inColumns ? treeAt(kind, block.table) : null
  const lines = useTreeLines(view, tree, block, { most: allDrawn, whole: shown !== null || printing })
  const count = useMemo(() => (tree ? treeLines(tree, block).length : 0), [tree, block])
  const kept = useMemo(() => {
    const all = tree ? lines : block.rows.map(row => ({ row }))
    return shown ? all.filter(({ row }) => shown.has(rowKey({ table: row.table, row: row.id }))) : all
  }, [tree, lines, block, shown])
  return useVirtualRows(kept, tree ? 44 : inColumns ? 64 : 160, tree && !shown ? count : kept.length)
}
