import type { Field } from '@sepakat/rules'
import type { ReactNode } from 'react'
import { useDates } from '../../../lib/me.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { useForm, useStuck } from '../FormContext.ts'
import { segmentsOf } from '../model/cells.ts'
import { noteFieldOf } from '../model/noteField.ts'
import { cellText, lockWords, unsentText } from '../model/stuckWords.ts'
import type { Stuck } from '../outbox/pending.ts'
import styles from './StuckNote.module.css'

/** A change of this pointer that did not go through: what happened, both values, and what one can do. */
export function StuckNote({ at, spec, bare }: { at: string; spec: Field | undefined; bare?: boolean }) {
  const stuck = useStuck(at)
  const { store } = useForm()
  const dates = useDates()
  if (!stuck) return null
  const { refusal } = stuck
  if (refusal.result === 'conflict') return <Conflict stuck={stuck} spec={spec} bare={bare} />
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
      title={`Isian Anda belum tersimpan: ${unsentText(stuck, spec)}`}
      actions={
        <>
          <Button small onClick={() => store.resolve.mine(at)}>
            {refusal.result === 'aside' ? 'Pakai sekarang' : 'Coba kirim lagi'}
          </Button>
          <Button small kind="quiet" onClick={() => store.resolve.theirs(at)}>
            Buang isian saya
          </Button>
        </>
      }
    >
      {reason}
    </Said>
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

function Conflict({ stuck, spec, bare }: { stuck: Stuck; spec: Field | undefined; bare: boolean | undefined }) {
  const { store } = useForm()
  const dates = useDates()
  const { pointer, refusal } = stuck
  if (refusal.result !== 'conflict') return null
  const { theirs } = refusal
  const isRow = segmentsOf(pointer).field === undefined
  const removed = theirs.value === 'removed'
  const who = `${theirs.name || 'Pengguna lain'}, ${dates.short(theirs.at)}`
  const mine = isRow
    ? `Tetap ${unsentText(stuck, spec)}`
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
            : `Isian ini juga diubah oleh ${who}`
      }
      actions={
        <>
          <Button small onClick={() => store.resolve.mine(pointer)}>
            {mine}
          </Button>
          <Button small onClick={() => store.resolve.theirs(pointer)}>
            {take}
          </Button>
          {!isRow && !removed && <AsNote stuck={stuck} spec={spec} />}
        </>
      }
    >
      {!isRow && (
        <dl className={styles.both}>
          <dt>Punya Anda</dt>
          <dd>{unsentText(stuck, spec)}</dd>
          <dt>Yang tersimpan</dt>
          <dd>{removed ? '(baris dihapus)' : cellText(spec, theirs.value)}</dd>
        </dl>
      )}
    </Said>
  )
}

/** Into the remark the row has; where it has none, beside the form on this device. */
function AsNote({ stuck, spec }: { stuck: Stuck; spec: Field | undefined }) {
  const { store, kind, names } = useForm()
  const { table, row, field = '' } = segmentsOf(stuck.pointer)
  const into = noteFieldOf(kind, names().row(table, row)?.fields ?? {}, table, field)
  return (
    <Button
      small
      kind="quiet"
      onClick={() => {
        const text = `Isian lain untuk ${names().fieldLabel(table, row, field)}: ${unsentText(stuck, spec)}.`
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
    </Button>
  )
}
