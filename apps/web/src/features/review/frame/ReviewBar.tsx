import { type ReactNode, useState } from 'react'
import { ActionBar } from '#ui/ActionBar.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { useKeys } from '#ui/keys.ts'
import { late } from '#ui/late.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { useMedia } from '#ui/useMedia.ts'
import { needsTick } from '../model/marks.ts'
import { allSent } from '../moves/allSent.ts'
import { ApproveDialog, SignDialog } from '../moves/ConfirmDialog.tsx'
import { doneWords } from '../moves/doneWords.ts'
import { KeyHint } from '../moves/KeyHint.tsx'
import { type Asking, MoveButtons } from '../moves/MoveButtons.tsx'
import { MoveProblem } from '../moves/MoveProblem.tsx'
import { useDecisions } from '../moves/useDecisions.ts'
import { type Moving, useMove } from '../moves/useMove.ts'
import { useHand, useReview } from '../ReviewContext.ts'
import styles from './Bar.module.css'
import { Undo } from './Undo.tsx'
import { Unsaved } from './Unsaved.tsx'

const AcceptAll = late(async () => (await import('./AcceptAll.tsx')).AcceptAll)

/** Those that most readers of a report never open, with their long lists of choices, are loaded when they are asked for. */
const dialogs = {
  approve: ApproveDialog,
  return: late(async () => (await import('../moves/ReturnDialog.tsx')).ReturnDialog),
  reopen: late(async () => (await import('../moves/ReopenDialog.tsx')).ReopenDialog),
  sign: SignDialog,
  decline: late(async () => (await import('../moves/ReasonDialog.tsx')).DeclineDialog),
  unclaim: late(async () => (await import('../moves/ReasonDialog.tsx')).UnclaimDialog),
}

export interface ReviewBarProps {
  /** The version that was read when the page was opened. */
  version: number
  onStep: (step: 1 | -1) => void
  onRefresh: () => void
  /** Why the last tick was not saved. */
  unsaved: unknown
  /** A move was made that ends the work here. */
  onDone: (words: string) => void
  /** Buttons that open the index and the panel on a narrow screen. */
  more: ReactNode
}

/** The moves possible now, with their keys; disabled ones say why. */
export function ReviewBar({ version, onStep, onRefresh, unsaved, onDone, more }: ReviewBarProps) {
  const { submission, sheet, reviewing, evaluation, show, setTick, ticked, go } = useReview()
  const hand = useHand()
  // what an evaluator writes here moves the version on, and is to arrive before the move
  const move = useMove(
    submission.id,
    () => evaluation?.seen.upTo() ?? version,
    async () => {
      if (evaluation) await allSent(evaluation)
    },
  )
  const can = useDecisions()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [deciding, setDeciding] = useState(false)
  const [accepting, setAccepting] = useState<readonly string[] | null>(null)
  const narrow = useMedia('(max-width: 720px)')

  const only = (whenReviewing: () => void) => () =>
    reviewing ? whenReviewing() : announce('Hanya pemeriksa yang mengambil laporan ini dapat melakukannya.')
  function ask(what: Asking): void {
    const whyNot = can[what]?.whyNot
    if (whyNot) announce(whyNot)
    else if (can[what]) {
      setDeciding(false)
      setAsking(what)
    }
  }
  function tick(): void {
    const row = hand === null ? undefined : sheet.byAnchor.get(hand)
    if (!row || (row.row === null && !needsTick(sheet, row))) return
    const on = !ticked.has(row.anchor)
    setTick(row.anchor, on)
    announce(`${row.label}: ${on ? 'ditandai' : 'tanda dicabut'}.`)
  }
  /** To the next declared row without a tick, in the order of the form; after the last comes the first. */
  function next(): void {
    const order = (anchor: string | null) => sheet.rows.findIndex(row => row.anchor === anchor)
    const anchor = can.missing.find(one => order(one) > order(hand)) ?? can.missing[0]
    if (anchor) go(anchor)
    else announce('Semua isian nihil sudah disetujui.')
  }
  function acceptAll(): void {
    setDeciding(false)
    if (can.missing.length > 0) setAccepting(can.missing)
    else announce('Semua isian nihil sudah disetujui.')
  }
  async function run(moving: Moving): Promise<void> {
    const now = await move.mutateAsync(moving)
    const words = doneWords(moving.move, now)
    close()
    if (moving.move === 'claim') announce(words)
    else onDone(words)
  }
  /** A refusal is shown above the bar; there is nothing more to do about it here. */
  const runAlone = (what: 'claim' | 'release') => run({ move: what }).catch(() => undefined)
  function close(): void {
    setAsking(null)
    move.reset()
  }
  useKeys([
    { keys: 'j', label: 'Baris berikutnya', run: () => onStep(1) },
    { keys: 'k', label: 'Baris sebelumnya', run: () => onStep(-1) },
    { keys: 'c', label: 'Tulis catatan pada baris ini', run: only(() => show('row', { writing: true })) },
    { keys: 't', label: 'Tandai baris ini sudah diperiksa, atau cabut tandanya', run: only(tick) },
    { keys: 'd', label: 'Isian nihil berikutnya yang belum disetujui', run: only(next) },
    { keys: 'l', label: 'Daftar isian nihil, untuk disetujui sekaligus', run: only(acceptAll) },
    {
      keys: 'a',
      label: 'Ambil untuk diperiksa',
      run: () => can.claim && !can.claim.whyNot && runAlone('claim'),
    },
    { keys: 'b', label: 'Kembalikan', run: () => ask('return') },
    { keys: 's', label: 'Setujui', run: () => ask('approve') },
  ])

  const Asked = asking && dialogs[asking]
  const buttons = (
    <MoveButtons
      can={can}
      running={move.isPending ? move.variables.move : null}
      onMove={runAlone}
      onAsk={ask}
      onNext={() => {
        setDeciding(false)
        next()
      }}
      onAcceptAll={acceptAll}
    />
  )
  const failed = asking === null ? move.error : null
  return (
    <>
      <ActionBar
        label="Tindakan"
        above={
          <>
            {evaluation && <Unsaved store={evaluation} />}
            {Boolean(failed ?? unsaved) && (
              <MoveProblem
                error={failed ?? unsaved}
                onRefresh={() => {
                  move.reset()
                  onRefresh()
                }}
              />
            )}
          </>
        }
      >
        {more}
        {evaluation && <Undo store={evaluation} />}
        {reviewing && !narrow && (
          <span className={cx(styles.more, styles.hints)}>
            <KeyHint of="j k" label="pindah baris" />
            <KeyHint of="c" label="catatan" />
            <KeyHint of="t" label="tandai" />
          </span>
        )}
        <span className={styles.moves}>
          {reviewing && narrow ? (
            <Button small kind="primary" onClick={() => setDeciding(true)}>
              Putusan
            </Button>
          ) : (
            buttons
          )}
        </span>
      </ActionBar>
      <Drawer open={deciding && narrow && reviewing} onClose={() => setDeciding(false)} title="Putusan">
        {buttons}
      </Drawer>
      {accepting && <AcceptAll anchors={accepting} onClose={() => setAccepting(null)} />}
      {Asked && (
        <Asked
          onClose={close}
          onMove={run}
          onRefresh={() => {
            close()
            onRefresh()
          }}
        />
      )}
    </>
  )
}
