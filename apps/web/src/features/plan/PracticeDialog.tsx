import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import { type FormKind, keysOf } from '#submissions/missingPeriods.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import {
  type DateName,
  dateField,
  dateFieldOf,
  dateNames,
  type PeriodRow,
  periodsBody,
  unreadDays,
} from './periodRows.ts'

const days = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

/** A practice period: it has a key of its own, and its reports count nowhere. */
export function PracticeDialog({
  year,
  forms,
  zone,
  onClose,
  onDone,
}: { year: number; forms: readonly (FormKind & { title: string })[]; zone: string } & DialogEnds) {
  const invalidate = useInvalidate()
  const today = useDates().today()
  const [form, setForm] = useState(forms[0]?.form ?? '')
  const keys = keysOf(forms.find(one => one.form === form)?.period ?? 'year', year)
  const [chosen, setChosen] = useState('')
  const key = keys.includes(chosen) ? chosen : (keys[0] ?? '')
  const [span, setSpan] = useState<Pick<PeriodRow, 'opens' | 'due' | 'closes'>>({
    opens: today,
    due: days(today, 14),
    closes: days(today, 28),
  })
  const row: PeriodRow = { form, key: `${key}-latihan`, ...span }
  const checked = useContractForm('PUT /periods', {
    body: () => periodsBody([row], zone),
    unread: () => unreadDays([row]),
    renamed: dateFieldOf,
    send: async body => {
      await api('PUT /periods', { body })
      await invalidate('GET /periods', 'POST /obligations/preview')
      onDone(`${periodTitle(row.key)} disimpan. Kewajiban latihannya dibuat di langkah Kewajiban.`)
    },
  })
  const date = (name: DateName, label: string) => (
    <DateField
      label={label}
      value={span[name] ?? ''}
      onChange={day => setSpan({ ...span, [name]: day })}
      error={checked.errorAt(dateField(row, name))}
    />
  )
  return (
    <FormDialog
      of={checked}
      fields={dateNames.map(name => dateField(row, name))}
      title="Tambah periode latihan"
      action="Simpan periode latihan"
      onClose={onClose}
    >
      <p>Untuk belajar mengisi. Laporannya bertanda latihan dan tidak dihitung di mana pun.</p>
      <SelectField
        label="Formulir"
        value={form}
        onChange={setForm}
        options={forms.map(one => ({ value: one.form, label: one.title }))}
        error={checked.errorAt('periods.0.form')}
      />
      <SelectField
        label="Periode"
        value={key}
        onChange={setChosen}
        options={keys.map(value => ({ value, label: periodTitle(value) }))}
        error={checked.errorAt('periods.0.key')}
      />
      <div className={styles.fields}>
        {date('opens', 'Dibuka')}
        {date('due', 'Tenggat')}
        {date('closes', 'Ditutup')}
      </div>
    </FormDialog>
  )
}
