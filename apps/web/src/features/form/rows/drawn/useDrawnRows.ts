import type { Block, Row, Tree } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { treeAt, treeLines } from '@sepakat/rules/sheet/tree.ts'
import { useMemo } from 'react'
import { shownLines, useTreeLines } from '#sheet/useTreeLines.ts'
import { useForm, useView } from '../../FormContext.ts'
import type { ViewStore } from '../../model/viewStore.ts'
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
    return shown ? all.filter(line => passes(shown, line)) : all
  }, [tree, lines, block, shown])
  return useVirtualRows(kept, tree ? 44 : inColumns ? 64 : 160, tree && !shown ? count : kept.length)
}

/** The lines of a table over levels as they are on the screen now: unfolded, and past the filter. */
export function linesOnScreen(view: ViewStore, tree: Tree, block: Block) {
  const { shown } = view.get()
  const lines = shownLines(view.opened(), view, tree, block, { most: allDrawn, whole: shown !== null })
  return shown ? lines.filter(line => passes(shown, line)) : lines
}

const passes = (shown: ReadonlySet<string>, { row: { table, id } }: { row: Row }): boolean =>
  shown.has(rowAt({ table, id }))
