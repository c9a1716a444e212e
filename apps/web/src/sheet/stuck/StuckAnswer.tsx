import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { type ReactNode, useState } from 'react'
import { changeText, valueText } from '#submissions/changeText.ts'
import { lockWords } from '#submissions/lockWords.ts'
import type { Stuck } from '#sync/outbox/pending.ts'
import { useDates } from '#sync/session/me.tsx'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { segmentsOf } from '../answers/cells.ts'
import type { FormStore } from '../answers/formStore.ts'
import { noteFieldOf } from './noteFieldOf.ts'
import styles from './StuckAnswer.module.css'

interface Of {
  store: FormStore
  names: FormNames
}
type StuckOf = Of & { stuck: Stuck }

/**
 * A change that did not go through: what happened, both values, and the choices. `bare`: in a list, away from its cell, which says where
 * each is.
 */
export function StuckAnswer({ store, names, at, bare = false }: Of & { at: string; bare?: boolean | undefined }) {
  const stuck = useSignal(store, `cell ${at}`, of => of.stuck(at))
  const dates = useDates()
  if (!stuck) return null
  const of = { store, names, stuck }
  const { refusal } = stuck
  if (refusal.result === 'conflict') return <Conflict {...of} bare={bare} />
  if (refusal.result === 'bad-shape')
    return (
      <>
        <p className={styles.wrong}>{refusal.message}</p>
        {bare && <ThrowAway {...of} />}
      </>
    )
  const reason =
    refusal.result === 'locked'
      ? lockWords(refusal, dates.short)
      : refusal.result === 'aside'
        ? 'Anda menyimpannya di samping; hanya ada di perangkat ini.'
        : refusal.message
  return (
    <Said
      bare={bare}
      title={`Isian Anda belum tersimpan: ${changeText(stuck, names)}`}
      actions={
        <>
          <Button small onClick={() => (refusal.result === 'aside' ? store.resolve.mine(at) : store.resolve.again(at))}>
            {refusal.result === 'aside' ? 'Pakai sekarang' : 'Kirim lagi'}
            <ForPlace names={names} at={at} />
          </Button>
          <ThrowAway {...of} />
        </>
      }
    >
      {reason}
    </Said>
  )
}

/** Confirmed first: the discarded value exists nowhere else. */
function ThrowAway({ store, names, stuck }: StuckOf) {
  const [asked, setAsked] = useState(false)
  const { pointer } = stuck
  return (
    <>
      <Button small kind="quiet" onClick={() => setAsked(true)}>
        Buang isian saya
        <ForPlace names={names} at={pointer} />
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
          {names.anchor(pointer)}: <strong>{changeText(stuck, names)}</strong>
        </p>
        <p>Isian ini hanya ada pada Anda dan tidak dapat dikembalikan.</p>
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
  bare: boolean
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

function Conflict({ store, names, stuck, bare }: StuckOf & { bare: boolean }) {
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
    ? `Tetap ${changeText(stuck, names)}`
    : removed
      ? 'Pulihkan barisnya dengan isian saya'
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
            <ForPlace names={names} at={pointer} />
          </Button>
          <Button small onClick={() => store.resolve.theirs(pointer)}>
            {take}
            <ForPlace names={names} at={pointer} />
          </Button>
          {!isRow && !removed && <AsNote {...{ store, names, stuck }} />}
        </>
      }
    >
      {!isRow && (
        <dl className={styles.both}>
          <dt>Punya Anda</dt>
          <dd>{changeText(stuck, names)}</dd>
          <dt>Yang tersimpan</dt>
          <dd>{removed ? '(baris dihapus)' : valueText(pointer, theirs.value, names)}</dd>
        </dl>
      )}
    </Said>
  )
}

/** Moves it into the row's remark; where there is none, it stays beside the form on this device. */
function AsNote({ store, names, stuck }: StuckOf) {
  const { kind } = store.form
  const { table, row, field = '' } = segmentsOf(stuck.pointer)
  const remark = noteFieldOf(kind, names.row(table, row)?.fields ?? {}, table, field)
  const mayWrite = (id: string) => store.isWritable(`/${table}/${row}/${id}`, kind.tables[table]?.fields[id]?.writer)
  const into = remark !== null && mayWrite(remark) ? remark : null
  return (
    <Button
      small
      kind="quiet"
      onClick={() => {
        const text = `Isian lain untuk ${names.fieldLabel(table, row, field)}: ${changeText(stuck, names)}.`
        if (into === null) {
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
      {into !== null ? 'Simpan punya saya sebagai keterangan' : 'Pakai yang tersimpan, simpan punya saya di samping'}
      <ForPlace names={names} at={stuck.pointer} />
    </Button>
  )
}

/** Read out after a button's text that several answers have: which of them it is about. */
const ForPlace = ({ names, at }: { names: FormNames; at: string }) => (
  <>
    {' '}
    <span className="visually-hidden">untuk {names.anchor(at)}</span>
  </>
)
