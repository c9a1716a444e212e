import type { Figure } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { atom } from 'nanostores'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { foldsOf } from '#sheet/folds.ts'
import { isReviewing } from '#submissions/reportAction.ts'
import type { RevisionLine, Submission } from '#sync/apiTypes.ts'
import { signals } from '#sync/signals.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { useMedia } from '#ui/useMedia.ts'
import type { Sheet } from '../model/sheet.ts'
import { Panel } from '../panel/Panel.tsx'
import { type Attachment, type Note, type Part, type Review, ReviewContext } from '../ReviewContext.ts'
import { SheetView } from '../sheet/SheetView.tsx'
import { Explained } from './Explained.tsx'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewIndex } from './ReviewIndex.tsx'
import styles from './ReviewScreen.module.css'
import { useTicks } from './useTicks.ts'

export interface ReviewScreenProps {
  submission: Submission
  sheet: Sheet
  revision: RevisionLine
  revisions: readonly RevisionLine[]
  notes: readonly Note[]
  files: readonly Attachment[]
  evaluation?: FormStore | null
  version: number
  onRefresh: () => void
}

/** The review screen: index at the left, answers in the middle, evidence at the right, and the bar of moves below. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { submission, sheet, revision, revisions, notes, files, evaluation = null, version, onRefresh } = props
  const [search, setSearch] = useSearchParams()
  // State here too: the address is updated in a transition, and a press must show at once.
  const [changedOnly, setChangedOnly] = useState(search.get('ubah') === 'ya' && sheet.base !== null)
  const [hand] = useState(() => atom(rowAnchorOf(search.get('at') ?? '')))
  const [folds] = useState(() => foldsOf(signals()))
  const withPanel = useMedia('(min-width: 1140px)')
  const withIndex = useMedia('(min-width: 820px)')
  const [explained, explain] = useState<Figure | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [drawer, setDrawer] = useState<'panel' | 'index' | null>(null)
  const [part, setPart] = useState<Part>('row')
  const [writing, setWriting] = useState<string | null>(null)
  const latest = revision.n === submission.latestRevision
  const reviewing = latest && isReviewing(submission)
  const { ticked, setTick, setTicks, failed } = useTicks(submission, latest)

  const go = useCallback(
    (anchor: string) => {
      setDrawer(null)
      hand.set(anchor)
      for (const above of sheet.byAnchor.get(anchor)?.under ?? []) folds.setOpen(above, true)
      requestAnimationFrame(() => {
        const element = document.getElementById(anchor)
        // Of a row taller than the screen its heading must be visible.
        const head = element?.querySelector(':scope > header') ?? element
        head?.scrollIntoView({ block: 'nearest' })
        element?.focus({ preventScroll: true })
      })
    },
    [hand, folds, sheet],
  )
  const show = useCallback(
    (next: Part, how?: { writing?: boolean }) => {
      setPart(next)
      if (how?.writing) setWriting(hand.get() ?? '')
      if (!withPanel) setDrawer('panel')
      else if (how?.writing) requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-note]')?.focus())
    },
    [hand, withPanel],
  )
  const review = useMemo<Review>(
    () => ({
      submission,
      sheet,
      hand,
      folds,
      notes: byRow(notes, sheet),
      files: new Map(files.map(file => [file.id, file])),
      ticked,
      reviewing,
      evaluation,
      setTick,
      setTicks,
      changedOnly,
      explain,
      go,
      show,
    }),
    [
      submission,
      sheet,
      hand,
      folds,
      notes,
      files,
      ticked,
      reviewing,
      evaluation,
      setTick,
      setTicks,
      changedOnly,
      go,
      show,
    ],
  )
  /** The result of a move is shown at the top of the page, with the next step. */
  function finish(words: string): void {
    setDone(words)
    // After the dialog has returned the focus.
    setTimeout(() => {
      window.scrollTo(0, 0)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    }, 50)
  }
  function step(by: 1 | -1): void {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(element => element.dataset.row ?? '')
    const at = rows.indexOf(hand.get() ?? '')
    const next = rows[at < 0 ? 0 : at + by]
    if (next) go(next)
  }
  const set = (key: string, value: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        if (value) next.set(key, value)
        else next.delete(key)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  function write(anchor: string | null): void {
    setWriting(anchor)
    const next = anchor === null ? '[role=tab][aria-selected=true]' : '[data-note]'
    requestAnimationFrame(() => document.querySelector<HTMLElement>(next)?.focus())
  }
  const panel = <Panel part={part} onPart={setPart} writing={writing} onWrite={write} />
  const changes = sheet.changes.rows.size + sheet.changes.removed.length

  return (
    <ReviewContext value={review}>
      <ReviewHead revision={revision} done={done} version={version} onRefresh={onRefresh} onDone={finish} />
      {revisions.length > 1 && (
        <div className={styles.toolbar}>
          <SelectField
            label="Kiriman"
            value={String(revision.n)}
            onChange={n => set('kiriman', n === String(submission.latestRevision) ? '' : n)}
            options={[...revisions].reverse().map(one => ({
              value: String(one.n),
              label: `ke-${one.n}${one.n === submission.latestRevision ? ' (terakhir)' : ''}`,
            }))}
          />
          {sheet.base !== null && (
            <Checkbox
              label={`Hanya yang berubah sejak kiriman ke-${sheet.base} (${changes} baris)`}
              checked={changedOnly}
              onChange={event => {
                setChangedOnly(event.target.checked)
                set('ubah', event.target.checked ? 'ya' : '')
              }}
            />
          )}
        </div>
      )}
      <div className={styles.screen}>
        {withIndex && (
          <div className={styles.side}>
            <ReviewIndex />
          </div>
        )}
        <SheetView />
        {withPanel && (
          <aside className={styles.side} aria-label="Bukti dan catatan">
            {panel}
          </aside>
        )}
      </div>
      <ReviewBar
        version={version}
        onStep={step}
        onRefresh={onRefresh}
        unsaved={failed}
        onDone={finish}
        more={
          <>
            {!withIndex && (
              <Button small icon="list" onClick={() => setDrawer('index')}>
                Daftar
              </Button>
            )}
            {!withPanel && (
              <Button small icon="paperclip" onClick={() => setDrawer('panel')}>
                Bukti dan catatan
              </Button>
            )}
          </>
        }
      />
      <Explained figure={explained} onClose={() => explain(null)} />
      <Drawer open={drawer === 'index'} onClose={() => setDrawer(null)} title="Isi laporan">
        <ReviewIndex onGone={() => setDrawer(null)} />
      </Drawer>
      <Drawer open={drawer === 'panel'} onClose={() => setDrawer(null)} title="Bukti dan catatan">
        {panel}
      </Drawer>
    </ReviewContext>
  )
}

/** By the row they belong to; '' for those of the whole form, a table, or a removed row. */
function byRow(notes: readonly Note[], sheet: Sheet): Map<string, Note[]> {
  return groupBy(notes, note => {
    const row = rowAnchorOf(note.anchor)
    return row && sheet.byAnchor.has(row) ? row : ''
  })
}
