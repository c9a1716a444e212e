import type { Tree } from '@sepakat/rules'
import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import { type TreeLine, treeLines } from '@sepakat/rules/sheet/tree.ts'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Folds } from './folds.ts'

/** The lines of a table over levels that are not folded away. One of more than `most` begins folded; `whole`: all of them. */
export function useTreeLines<B extends SheetBlock<B>>(
  folds: Folds,
  tree: Tree | null,
  root: B,
  { most, whole }: { most: number; whole: boolean },
): TreeLine<B>[] {
  const opened = useSyncExternalStore(
    useCallback(listener => folds.on('opened', listener), [folds]),
    folds.opened,
  )
  return useMemo(() => {
    if (!tree) return []
    const atFirst = treeLines(tree, root).length <= most
    return treeLines(tree, root, key => whole || (opened.get(key) ?? atFirst))
  }, [opened, tree, root, most, whole])
}
