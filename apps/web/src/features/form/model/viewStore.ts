// Where the user is in the form: section, current row, what is expanded. Apart from the answers, with the same kind of signals.
import type { FieldId, RowId, TableId } from '@sepakat/rules'
import type { RowRef, RowState } from '#sheet/answers/editHistory.ts'
import { foldsOf } from '#sheet/folds.ts'
import { signals } from '#sync/signals.ts'

export interface Hand {
  table: TableId
  row: RowId
  field: FieldId | undefined
}
/** Which rows are shown: all, or those that had something missing or wrong when the filter was set. */
export type Filter = 'all' | 'empty' | 'wrong'

export interface View {
  section: string
  hand: Hand | null
  filter: Filter
  /** The rows that pass the filter; null: all. */
  shown: ReadonlySet<string> | null
  /** The panel of the current row, where it is a drawer; and which part of it to show. */
  drawer: 'row' | 'sections' | 'findings' | null
  part: 'evidence' | 'notes' | null
}

/** A row just removed from a list, which can be restored. */
export interface Removed {
  ref: RowRef
  state: RowState
  name: string
}

export type ViewStore = ReturnType<typeof viewStoreOf>

export function viewStoreOf(section: string) {
  const { on, emit } = signals()
  const removed = new Map<string, Removed>()
  const figures = new Map<RowId, string>()
  let view: View = { section, hand: null, filter: 'all', shown: null, drawer: null, part: null }

  return {
    ...foldsOf({ on, emit }),
    get: (): View => view,
    set(more: Partial<View>): void {
      const keys = (Object.keys(more) as (keyof View)[]).filter(key => view[key] !== more[key])
      if (keys.length === 0) return
      view = { ...view, ...more }
      for (const key of keys) emit(key)
    },
    /** The focused row becomes the current one. */
    take(hand: Hand): void {
      const now = view.hand
      if (now?.table === hand.table && now.row === hand.row && now.field === hand.field) return
      this.set({ hand })
    },
    /** The codes of a row's figures whose derivation is expanded, separated by spaces. */
    openFigures: (row: RowId): string => figures.get(row) ?? '',
    toggleFigure(row: RowId, code: string): void {
      const open = this.openFigures(row).split(' ').filter(Boolean)
      figures.set(row, (open.includes(code) ? open.filter(one => one !== code) : [...open, code]).join(' '))
      emit(`figures ${row}`)
    },
    removed: (list: string): Removed | undefined => removed.get(list),
    setRemoved(list: string, row: Removed | null): void {
      if (row) removed.set(list, row)
      else removed.delete(list)
      emit(`removed ${list}`)
    },
    /** Asks a virtualized table to scroll this row into view. */
    reveal(key: string): void {
      emit(`reveal ${key}`)
    },
  }
}
