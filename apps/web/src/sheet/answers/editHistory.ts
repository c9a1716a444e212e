import type { Cell, Place, RowId, TableId } from '@sepakat/rules'

export interface RowRef {
  table: TableId
  row: RowId
}
/** A row with its children as it was: what is needed to restore it. */
export interface RowState {
  place: Place
  branch: { ref: RowRef; place: Place | null; cells: [string, Cell][] }[]
}
export type Step =
  | { kind: 'cell'; pointer: string; from: Cell | null; to: Cell | null }
  | { kind: 'row'; ref: RowRef; from: RowState | null; to: RowState | null }
  | { kind: 'move'; ref: RowRef; from: Place; to: Place }

/** The user's own edits for undo and redo; a group is one step (a paste, a row with its cells). */
export interface EditHistory {
  /** Keystrokes in one cell are one step until `close`. */
  record(step: Step, options?: { typing?: boolean }): void
  close(): void
  /** Everything recorded inside is one step. */
  group(work: () => void): void
  /** The next group to undo or redo, its steps in the order to apply them. */
  takeUndo(): Step[] | undefined
  takeRedo(): Step[] | undefined
  canUndo(): boolean
  canRedo(): boolean
  /** What `takeUndo` would take: the same object as long as nothing was done or taken back since. */
  newest(): readonly Step[] | undefined
}

const most = 200

export function editHistory(): EditHistory {
  const done: Step[][] = []
  const undone: Step[][] = []
  let open: string | null = null
  let grouping: Step[] | null = null

  function push(group: Step[]): void {
    done.push(group)
    if (done.length > most) done.shift()
    undone.length = 0
  }

  return {
    record(step, { typing = false } = {}) {
      if (grouping) {
        grouping.push(step)
        return
      }
      const last = done.at(-1)?.[0]
      if (typing && step.kind === 'cell' && open === step.pointer && last?.kind === 'cell') {
        done[done.length - 1] = [{ ...last, to: step.to }]
        return
      }
      push([step])
      open = typing && step.kind === 'cell' ? step.pointer : null
    },
    close() {
      open = null
    },
    group(work) {
      if (grouping) return work()
      const own: Step[] = []
      grouping = own
      try {
        work()
      } finally {
        grouping = null
        open = null
        if (own.length > 0) push(own)
      }
    },
    takeUndo() {
      open = null
      const group = done.pop()
      if (group) undone.push(group)
      return group && [...group].reverse().map(reversed)
    },
    takeRedo() {
      const group = undone.pop()
      if (group) done.push(group)
      return group
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    newest: () => done.at(-1),
  }
}

function reversed(step: Step): Step {
  switch (step.kind) {
    case 'cell':
      return { ...step, from: step.to, to: step.from }
    case 'row':
      return { ...step, from: step.to, to: step.from }
    case 'move':
      return { ...step, from: step.to, to: step.from }
  }
}
