import { useCallback } from 'react'
import { rowOfAnchor } from './model/evaluated.ts'
import type { RowPath } from './model/rowPaths.ts'
import { rowKey, type ViewStore } from './model/viewStore.ts'

const focusable = 'input:not([type=hidden]), select, textarea, button'
/** A long table or a folded row may take a few frames to draw what is asked for. */
const frames = 40

/** Shows what an anchor names, wherever it stands, and takes the focus there. */
export function useGo(view: ViewStore, paths: () => Map<string, RowPath>): (anchor: string) => void {
  return useCallback(
    anchor => {
      const row = rowOfAnchor(anchor)
      if (!row) return
      const key = rowKey(row)
      const path = paths().get(key)
      if (!path) return
      for (const above of [...path.above, key]) view.setOpen(above, true)
      const shown = view.get().shown
      const hidden = shown !== null && !shown.has(key)
      view.set({
        section: path.section,
        hand: row,
        ...(hidden && { filter: 'all', shown: null }),
      })
      let left = frames
      const look = () => {
        const target = find(anchor, key)
        if (target) {
          target.scrollIntoView({ block: 'center' })
          target.focus({ preventScroll: true })
          return
        }
        if (left === frames) view.reveal(key)
        left -= 1
        if (left > 0) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    [view, paths],
  )
}

function find(anchor: string, key: string): HTMLElement | null {
  const cell = document.getElementById(anchor)
  if (cell) return cell
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
  return (
    row?.querySelector<HTMLElement>(`input, select, textarea`) ?? row?.querySelector<HTMLElement>(focusable) ?? null
  )
}
