// The answers of one form opened by one user: what is shown, what is unsent, what is computed from it. Components
// subscribe by key, so that a keystroke rerenders only its cell; evaluation waits until the user pauses.
import type { Anchor, Cell, Field, Figure, Finding, Form, Place, RowId } from '@sepakat/rules'
import { givenFindings } from '@sepakat/rules/contributions/givenFindings.ts'
import type { NumberReading } from '@sepakat/rules/numbers/readNumber.ts'
import { isCellOf, sameCell } from '@sepakat/rules/saving/cell.ts'
import { knownRowsOf } from '@sepakat/rules/saving/hanging.ts'
import { newId } from '#sync/newId.ts'
import { type Outbox, type OutboxDeps, outboxOf } from '#sync/outbox/outbox.ts'
import { isShownApart, type Stuck } from '#sync/outbox/pending.ts'
import { type Signals, signals } from '#sync/signals.ts'
import { type Access, isWritable } from './access.ts'
import { type Cells, cellsOf, type FetchedAnswers, rowKey, segmentsOf } from './cells.ts'
import { type EditHistory, editHistory, type RowRef, type RowState } from './editHistory.ts'
import { evaluatingOf } from './evaluatingOf.ts'
import { fieldAt, tooMuch } from './fieldAt.ts'
import { goesTo } from './goesTo.ts'
import { onAccepted, onRefused } from './onResult.ts'
import { type Resolve, resolveOf } from './resolve.ts'
import { type RowEdits, rowEditsOf } from './rowEdits.ts'
import { seenOf } from './seenOf.ts'
import { undoingOf } from './undoing.ts'

export type SaveMark = 'saved' | 'waiting' | 'sending' | 'stuck'
/** Who changed a cell while this page was open. */
export interface Fresh {
  name: string
  at: string
}
export interface SetOptions {
  /** Still being typed: held back, and one step to undo, until `settle`. */
  typing?: boolean
}

export interface StoreDeps extends FetchedAnswers, Pick<OutboxDeps, 'send' | 'disk'> {
  form: Form
  version: number
  /** The answers come from the cache: later changes are not known yet. */
  behind?: boolean
  /** The report was created on this device only: the answers are its draft preview. */
  ahead?: boolean
  /** A contributor's part; null: the whole form. */
  part?: Anchor[] | null
}

export type FormStore = ReturnType<typeof formStoreOf>

export function formStoreOf({
  form,
  answers,
  revs,
  removed,
  version,
  behind,
  ahead,
  send,
  disk,
  part = null,
}: StoreDeps) {
  const { kind } = form
  const notices: Signals = signals()
  const { on, emit, batch } = notices
  const cells: Cells = cellsOf(kind, knownRowsOf(form.sections), { answers, revs, removed }, learned =>
    outbox.learn({ ...learned, known: seen.known() }),
  )
  const history: EditHistory = editHistory()
  const readings = new Map<string, NumberReading>()
  const fresh = new Map<string, Fresh>()
  const seen = seenOf(version, behind)
  let typingAt: string | null = null
  let restored: Promise<void> | undefined
  let access: Access = { open: false, anchors: null }
  const evaluating = evaluatingOf(form, cells, notices, part, () => givenFindings(access.given ?? []))
  const { evaluated } = evaluating

  const outbox: Outbox = outboxOf({
    send,
    disk,
    goesTo: pointer => goesTo(kind, pointer),
    onAccepted: (pending, rev) => {
      seen.accepted(rev)
      onAccepted(cells, outbox, pending, rev)
      show(pending.pointer)
    },
    onRefused: stuck => {
      const theirs = onRefused(cells, stuck)
      if (theirs) show(theirs)
      show(stuck.pointer)
    },
    onChange: pointer => (pointer === null ? emit('outbox') : tellCell(pointer)),
  })
  const rows: RowEdits = rowEditsOf(cells, outbox, show, (pointer, value) => write(pointer, value), seen.known)
  const resolve: Resolve = resolveOf(cells, outbox, rows, show, write)
  const undoing = undoingOf(cells, rows, history, (pointer, value) => {
    readings.delete(pointer)
    write(pointer, value)
  })

  /** Shows the unsent value at this pointer, else the server's; a locked change is shown apart. */
  function show(pointer: string): void {
    const { stuck, waiting, sent } = outbox.at(pointer) ?? {}
    const unsent = (stuck && !isShownApart(stuck.refusal) ? stuck : undefined) ?? waiting ?? sent
    const changed = cells.show(pointer, unsent)
    if (changed && segmentsOf(pointer).field === undefined) evaluating.rearranged()
    tellCell(pointer)
    emit('outbox')
    if (changed) evaluating.ask()
  }
  function tellCell(pointer: string): void {
    emit(`cell ${pointer}`)
    emit(`row ${rowKey(segmentsOf(pointer))}`)
  }

  function write(pointer: string, value: Cell | null, { typing = false }: SetOptions = {}): void {
    const seen = ahead ? cells.saved(pointer) : undefined
    const base = { base: cells.baseOf(pointer, 'set'), ...(seen !== undefined && { seen }) }
    const change = { pointer, op: value === null ? 'clear' : 'set', value, ...base } as const
    const { table, row, field = '' } = segmentsOf(pointer)
    const spec = fieldAt(kind, table, field, cells.place({ table, row }) === null)
    const entry = outbox.at(pointer)
    if (value !== null && spec && !isCellOf(spec, value)) outbox.hold(change, tooMuch(spec, String(value)))
    else if (!entry?.sent && sameCell(cells.saved(pointer) ?? null, value)) outbox.drop(pointer)
    else outbox.put(change, { typing })
    fresh.delete(pointer)
    show(pointer)
  }

  /** The answers may come from an old cache entry: later values that this device learned are stored beside it. */
  async function recall(): Promise<void> {
    const news = await disk.recall(version).catch(() => [])
    for (const { pointer, rev, known = 0, ...content } of news) {
      seen.recalled(known)
      seen.accepted(rev)
      if (cells.accept(pointer, content, rev)) show(pointer)
    }
  }

  /**
   * Read first what is unsent, then what was accepted: a change that the server accepts in between, for a page just left, is in one of
   * the two or in both, and sent twice it is the same change. The other way round it would be in neither, gone from the page.
   */
  async function takeUp(): Promise<void> {
    const left = await outbox.left()
    await recall()
    outbox.restore(left)
    for (const pointer of outbox.pointers()) show(pointer)
  }

  const atOnce = (work: () => void): void => batch(() => history.group(work))

  return {
    get form(): Form {
      return evaluating.form()
    },
    /**
     * New data of the reports this form reads: the same rows, evaluated again. Returns whether it could be taken; with other rows the
     * form has to be reopened.
     */
    takeForm: evaluating.takeForm,
    /** The report's initial answers, where it was created on this device only. */
    ahead: ahead ? { version, answers, revs } : undefined,
    on,
    emit,
    cells,
    outbox,
    history,
    fresh,
    resolve,
    seen,
    show,

    cell: cells.get,
    mark(pointer: string): SaveMark {
      const entry = outbox.at(pointer)
      if (entry?.stuck) return 'stuck'
      if (entry?.sent && outbox.state().failure === null) return 'sending'
      return entry ? 'waiting' : 'saved'
    },
    stuckPointers: (): string[] => outbox.pointers().filter(at => outbox.at(at)?.stuck),
    /** Those without what the user has put aside: that is decided. */
    undecided: (): string[] =>
      outbox.pointers().filter(at => (outbox.at(at)?.stuck?.refusal.result ?? 'aside') !== 'aside'),
    stuck: (pointer: string): Stuck | undefined => outbox.at(pointer)?.stuck,
    reading: (pointer: string): NumberReading | undefined => readings.get(pointer),
    freshAt: (pointer: string): Fresh | undefined => fresh.get(pointer),
    sections: evaluating.sections,
    evaluated,
    findingsAt: (anchor: string): readonly Finding[] | undefined => evaluated().at.get(anchor),
    figuresOf: (row: RowId): readonly Figure[] | undefined => evaluated().of.get(row),
    evaluateNow: evaluating.now,

    access: (): Access => access,
    isWritable: (pointer: string, writer?: Field['writer']): boolean => isWritable(access, cells.tree, pointer, writer),
    setAccess(next: Access): void {
      const others = access.given !== next.given
      access = next
      emit('access')
      if (others) evaluating.ask()
    },
    setAttached: evaluating.setAttached,

    set(pointer: string, value: Cell | null, options: SetOptions = {}): void {
      const from = cells.get(pointer) ?? null
      readings.delete(pointer)
      if (sameCell(from, value)) {
        tellCell(pointer)
        return
      }
      typingAt = options.typing ? pointer : null
      history.record({ kind: 'cell', pointer, from, to: value }, options)
      write(pointer, value, options)
    },
    /** Whether a message is shown at the cell; nothing is marked as wrong while it is being typed. */
    noted(pointer: string): boolean {
      if (outbox.at(pointer)?.stuck || outbox.isOnPage(pointer) || readings.has(pointer) || fresh.has(pointer))
        return true
      if (typingAt === pointer) return false
      return (
        evaluated()
          .at.get(pointer)
          ?.some(({ level }) => level === 'wrong' || level === 'explain') === true
      )
    },
    isTyping: (pointer: string): boolean => typingAt === pointer,
    /** The user has left the cell; `reading` is shown beside it. */
    settle(pointer: string, reading?: NumberReading): void {
      history.close()
      typingAt = null
      outbox.settle(pointer)
      if (reading) readings.set(pointer, reading)
      tellCell(pointer)
    },
    addRow(table: string, place: Place, values: Record<string, Cell> = {}): RowId {
      const ref: RowRef = { table, row: newId() }
      history.group(() => {
        rows.add(ref, place)
        for (const [field, value] of Object.entries(values)) write(`/${table}/${ref.row}/${field}`, value)
        history.record({ kind: 'row', ref, from: null, to: rows.stateOf(ref) })
      })
      return ref.row
    },
    /** Many edits as one undo step. */
    atOnce,
    /** Many rows and cells from elsewhere as one undo step. */
    importing: (work: () => void): void => atOnce(() => outbox.importing(work)),
    removeRow(ref: RowRef): void {
      const from = rows.stateOf(ref)
      history.record({ kind: 'row', ref, from, to: null })
      rows.remove(ref)
    },
    /** A copy of it, for restoring it. */
    rowState: rows.stateOf,
    restoreRow(ref: RowRef, to: RowState): void {
      history.group(() => {
        history.record({ kind: 'row', ref, from: null, to })
        rows.restore(ref, to)
      })
    },
    moveRow(ref: RowRef, to: Place): void {
      const from = cells.place(ref)
      if (!from) return
      history.record({ kind: 'move', ref, from, to })
      rows.move(ref, to)
    },
    ...undoing,

    /** Restores what an earlier visit learned and left unsent; once, however often it is called. */
    restore(): Promise<void> {
      restored ??= takeUp()
      return restored
    },
    /** Discards everything unsent, and shows the server's values. */
    discard(): void {
      for (const pointer of outbox.discard()) show(pointer)
    },
    stop(): void {
      evaluating.cancel()
      outbox.stop()
    },
  }
}
