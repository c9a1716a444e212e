import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { type FormEvent, useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { DateField } from '#ui/DateField.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { Tag } from '#ui/Tag.tsx'
import { DueMovesDialog } from './DueMovesDialog.tsx'
import type { DuePreview } from './latenessChanges.ts'
import {
  changedRows,
  type DateName,
  dateField,
  dateFieldOf,
  dateNames,
  idOf,
  type PeriodRow,
  periodsBody,
  unreadDays,
} from './periodRows.ts'

const labels: Record<DateName, string> = { opens: 'Dibuka', due: 'Tenggat', closes: 'Ditutup' }

/** The dates of one form's periods, each period a group of three. */
function PeriodFields({
  title,
  rows,
  onChange,
  errorOf,
}: {
  title: string
  rows: readonly PeriodRow[]
  onChange: (id: string, name: DateName, day: string | null) => void
  errorOf: (row: PeriodRow, name: DateName) => string | undefined
}) {
  return (
    <>
      <h3>{title}</h3>
      <div className={styles.list}>
        {rows.map(row => (
          <fieldset key={idOf(row)} className={styles.period}>
            <legend className={styles.name}>
              {periodTitle(row.key)} <span className="visually-hidden">, {title}</span>
              {!row.saved && <Tag tone="info">Baru</Tag>}
            </legend>
            {(['opens', 'due', 'closes'] as const).map(name => (
              <DateField
                key={name}
                label={labels[name]}
                value={row[name] ?? ''}
                onChange={day => onChange(idOf(row), name, day)}
                error={errorOf(row, name)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}

/** Dates of many periods at once; only differences are sent. `onDone` without a text: nothing was saved. */
export function PeriodsForm({
  year,
  forms,
  start,
  onDone,
}: {
  year: number
  forms: readonly { form: string; title: string }[]
  start: readonly PeriodRow[]
  onDone: (sentence: string | null) => void
}) {
  const invalidate = useInvalidate()
  const { zone } = useDates()
  const [rows, setRows] = useState(start)
  const changed = changedRows(rows, zone)
  const fresh = rows.filter(row => !row.saved)
  const copied = fresh.find(row => row.copiedFrom)?.copiedFrom

  const [asking, setAsking] = useState<DuePreview | null>(null)
  const body = periodsBody(changed, zone)

  const saved = async () => {
    await invalidate('GET /periods', 'POST /obligations/preview')
    onDone(`${count(changed.length)} periode disimpan.`)
  }
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('PUT /periods', {
    body: () => body,
    unread: () => unreadDays(changed),
    renamed: dateFieldOf,
    send: async ({ periods }) => {
      const preview = await api('POST /periods/preview', { body: { periods } })
      if (preview.items.length > 0) return setAsking(preview)
      await api('PUT /periods', { body })
      await saved()
    },
  })
  const set = (id: string, name: DateName, day: string | null) =>
    setRows(rows.map(row => (idOf(row) === id ? { ...row, [name]: day } : row)))
  const errorOf = (row: PeriodRow, name: DateName) => errorAt(dateField(row, name))
  const unchanged = (event: FormEvent) => {
    event.preventDefault()
    onDone('Tidak ada tanggal yang berubah.')
  }

  return (
    <Part title={fresh.length > 0 ? `Periode baru tahun ${year}` : `Ubah tanggal tahun ${year}`} takesFocus>
      <form ref={form} onSubmit={changed.length > 0 ? onSubmit : unchanged} noValidate className={styles.part}>
        {fresh.length > 0 && (
          <Callout title={`${count(fresh.length)} periode tahun ${year} diusulkan`}>
            {copied
              ? `Tanggalnya disalin dari tahun ${copied} dan digeser ke tahun ${year}. Periksa satu per satu sebelum menyimpan.`
              : 'Belum ada tahun sebelumnya, jadi tanggalnya perkiraan: triwulan jatuh tempo tanggal 20 sesudahnya, tahunan akhir Maret sesudahnya. Sesuaikan dengan ketentuan Anda.'}
          </Callout>
        )}
        {rows.some(row => row.saved) && (
          <p className={styles.note}>
            Tenggat kewajiban lapor ikut berubah, kecuali yang sudah diperpanjang tersendiri dan yang laporannya sudah
            dikirim.
          </p>
        )}
        {forms
          .map(({ form: id, title }) => ({ id, title, own: rows.filter(row => row.form === id) }))
          .filter(({ own }) => own.length > 0)
          .map(({ id, title, own }) => (
            <PeriodFields key={id} title={title} rows={own} onChange={set} errorOf={errorOf} />
          ))}
        <FormProblem
          of={{ failed, wrong }}
          fields={changed.flatMap(row => dateNames.map(name => dateField(row, name)))}
        />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={busy && 'Menyimpan…'}>
            {fresh.length > 0 ? `Simpan ${count(changed.length)} periode` : 'Simpan tanggal'}
          </Button>
          <Button onClick={() => onDone(null)}>Batal</Button>
        </div>
      </form>
      {asking && <DueMovesDialog body={body} preview={asking} onClose={() => setAsking(null)} onSaved={saved} />}
    </Part>
  )
}
