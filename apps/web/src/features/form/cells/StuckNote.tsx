import { type ReactNode, useState } from 'react'
import { segmentsOf } from '#sheet/answers/cells.ts'
import { changeText, valueText } from '#submissions/changeText.ts'
import { lockWords } from '#submissions/lockWords.ts'
import type { Stuck } from '#sync/outbox/pending.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { useForm, useStuck } from '../FormContext.ts'
import { noteFieldOf } from '../model/noteFieldOf.ts'
import { ForCell } from './ForCell.tsx'
import styles from './StuckNote.module.css'

/** A change that did not go through: what happened, both values, and the choices. */
export function StuckNote({ at, bare }: { at: string; bare?: boolean }) {
  const stuck = useStuck(at)
  const { store, names } = useForm()
  const dates = useDates()
  if (!stuck) return null
  const { refusal } = stuck
  if (refusal.result === 'conflict') return <Conflict stuck={stuck} bare={bare} />
  if (refusal.result === 'bad-shape') return <p className={styles.wrong}>{refusal.message}</p>
  const reason =
    refusal.result === 'locked'
      ? lockWords(refusal, dates.short)
      : refusal.result === 'aside'
        ? 'Anda menyimpannya di samping; hanya ada di perangkat ini.'
        : refusal.message
  return (
    <Said
      bare={bare}
      title={`Isian Anda belum tersimpan: ${changeText(stuck, names())}`}
      actions={
        <>
          <Button small onClick={() => (refusal.result === 'aside' ? store.resolve.mine(at) : store.resolve.again(at))}>
            {refusal.result === 'aside' ? 'Pakai sekarang' : 'Coba kirim lagi'}
            <ForCell at={at} />
          </Button>
          <ThrowAway stuck={stuck} />
        </>
      }
    >
      {reason}
    </Said>
  )
}

/** Confirmed first: the discarded value exists nowhere else. */
function ThrowAway({ stuck }: { stuck: Stuck }) {
  const { store, names } = useForm()
  const [asked, setAsked] = useState(false)
  const { pointer } = stuck
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsked(true)}>
        Buang isian saya
        <ForCell at={pointer} />
      </Button>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Buang isian ini?"
        keep="Tetap simpan"
        action="Buang"
        onConfirm={() => store.resolve.theirs(pointer)}
      >
        <p>
          {names().anchor(pointer)}: <strong>{changeText(stuck, names())}</strong>
        </p>
        <p>Isian ini hanya ada di perangkat ini dan tidak dapat dikembalikan.</p>
      </DangerDialog>
    </>
  )
}

/** In a list of several the frame is that of the list. */
function Said({
  bare,
  title,
  actions,
  children,
  live,
}: {
  bare: boolean | undefined
  title: string
  actions: ReactNode
  children: ReactNode
  live?: boolean
}) {
  if (!bare)
    return (
      <Callout tone="warn" title={title} actions={actions} live={live}>
        {children}
      </Callout>
    )
  return (
    <div className={styles.bare}>
      <p>{title}</p>
      {children}
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}

function Conflict({ stuck, bare }: { stuck: Stuck; bare: boolean | undefined }) {
  const { store, names } = useForm()
  const dates = useDates()
  const { pointer, refusal } = stuck
  if (refusal.result !== 'conflict') return null
  const { theirs } = refusal
  const isRow = segmentsOf(pointer).field === undefined
  const removed = theirs.value === 'removed'
  // the value it was based on differs from the report's initial one (decision 0038)
  const began = stuck.seen !== undefined && theirs.rev === stuck.base
  const who = `${theirs.name || 'Pengguna lain'}, ${dates.short(theirs.at)}`
  const mine = isRow
    ? `Tetap ${changeText(stuck, names())}`
    : removed
      ? 'Kembalikan barisnya dengan isian saya'
      : 'Pakai punya saya'
  const take = removed ? 'Biarkan terhapus' : isRow ? 'Batalkan' : 'Pakai yang tersimpan'
  return (
    <Said
      bare={bare}
      live
      title={
        removed
          ? `Baris ini dihapus oleh ${who}`
          : isRow
            ? `Baris ini diubah oleh ${who}`
            : began
              ? 'Isian awal ini berubah sejak laporannya dimulai tanpa jaringan'
              : `Isian ini juga diubah oleh ${who}`
      }
      actions={
        <>
          <Button small onClick={() => store.resolve.mine(pointer)}>
            {mine}
            <ForCell at={pointer} />
          </Button>
          <Button small onClick={() => store.resolve.theirs(pointer)}>
            {take}
            <ForCell at={pointer} />
          </Button>
          {!isRow && !removed && <AsNote stuck={stuck} />}
        </>
      }
    >
      {!isRow && (
        <dl className={styles.both}>
          <dt>Punya Anda</dt>
          <dd>{changeText(stuck, names())}</dd>
          <dt>Yang tersimpan</dt>
          <dd>{removed ? '(baris dihapus)' : valueText(pointer, theirs.value, names())}</dd>
        </dl>
      )}
    </Said>
  )
}

/** Moves it into the row's remark; where there is none, it stays beside the form on this device. */
function AsNote({ stuck }: { stuck: Stuck }) {
  const { store, kind, names } = useForm()
  const { table, row, field = '' } = segmentsOf(stuck.pointer)
  const into = noteFieldOf(kind, names().row(table, row)?.fields ?? {}, table, field)
  return (
    <Button
      small
      kind="quiet"
      onClick={() => {
        const text = `Isian lain untuk ${names().fieldLabel(table, row, field)}: ${changeText(stuck, names())}.`
        if (!into) {
          store.resolve.aside(stuck.pointer)
          return
        }
        const at = `/${table}/${row}/${into}`
        const before = store.cell(at)
        store.set(at, typeof before === 'string' ? `${before}\n${text}` : text)
        store.settle(at)
        store.resolve.theirs(stuck.pointer)
      }}
    >
      {into ? 'Simpan punya saya sebagai keterangan' : 'Pakai yang tersimpan, simpan punya saya di samping'}
      <ForCell at={stuck.pointer} />
    </Button>
  )
}
