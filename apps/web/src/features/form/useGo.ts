import { useCallback } from 'react'
import { rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import type { RowPath } from './model/rowPaths.ts'
import type { ViewStore } from './model/viewStore.ts'
import { moreKey } from './rows/useUnfolded.ts'

const focusable = 'input:not([type=hidden]), select, textarea, button'
/** A long table or a collapsed row may take a few frames to render the target. */
const frames = 40
/** A field that is unfolded for it is there in so many of them; else its row is shown. */
const drawnIn = 6

/**
 * Shows and focuses what an anchor names, wherever it is. What is not in the form (a removed row, a whole table) may have a
 * note: then the note in the banner gets the focus.
 */
export function useGo(view: ViewStore, paths: () => Map<string, RowPath>): (anchor: string) => void {
  return useCallback(
    anchor => {
      const row = rowOfAnchor(anchor)
      const key = row && rowKey(row)
      const path = key && paths().get(key)
      if (!row || !key || !path) {
        requestAnimationFrame(() => focusNote(anchor))
        return
      }
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
        const cell = document.getElementById(anchor)
        const waits = cell === null && row.field !== undefined && left > frames - drawnIn
        const target = waits ? null : (cell ?? find(key))
        if (target) {
          target.scrollIntoView({ block: 'center' })
          target.focus({ preventScroll: true })
          return
        }
        if (left === frames) {
          view.reveal(key)
          // beside the columns of a table over levels, or the head of a list under a line of it
          const holder = path.row === null ? path.above.at(-1) : row.field !== undefined && key
          if (holder) view.setOpen(moreKey(holder), true)
        }
        left -= 1
        if (left > 0) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    [view, paths],
  )
}

function focusNote(anchor: string): void {
  const note = document.querySelector<HTMLElement>(`[data-note-on="${CSS.escape(anchor)}"]`)
  note?.scrollIntoView({ block: 'center' })
  note?.querySelector<HTMLElement>('textarea, button')?.focus({ preventScroll: true })
}

function find(key: string): HTMLElement | null {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
  return (
    row?.querySelector<HTMLElement>(`input, select, textarea`) ?? row?.querySelector<HTMLElement>(focusable) ?? null
  )
}
