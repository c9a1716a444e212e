import type { Tree } from '@sepakat/rules'
import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import { type TreeLine, treeLines } from '@sepakat/rules/sheet/tree.ts'
import { useMemo } from 'react'
import { useSignal } from '#sync/useSignal.ts'
import type { Folds } from './folds.ts'

interface Shown {
  /** A tree of more lines than these begins folded. */
  most: number
  /** All of them, folded or not. */
  whole: boolean
}

/** The lines of a table over levels that are not folded away. */
export function useTreeLines<B extends SheetBlock<B>>(
  folds: Folds,
  tree: Tree | null,
  root: B,
  { most, whole }: Shown,
): TreeLine<B>[] {
  const opened = useSignal(folds, 'opened', folds.opened)
  return useMemo(
    () => (tree ? shownLines(opened, folds, tree, root, { most, whole }) : []),
    [opened, folds, tree, root, most, whole],
  )
}

/** Those that are not folded away where this was opened and closed by hand. */
export function shownLines<B extends SheetBlock<B>>(
  opened: ReadonlyMap<string, boolean>,
  folds: Pick<Folds, 'beganOpen'>,
  tree: Tree,
  root: B,
  { most, whole }: Shown,
): TreeLine<B>[] {
  const began = folds.beganOpen(root.table, () => treeLines(tree, root).length <= most)
  return treeLines(tree, root, key => whole || (opened.get(key) ?? began))
}
