import type { useDates } from '#sync/session/me.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { MultiSelect } from '#ui/MultiSelect.tsx'
import type { PlacedRow } from '../model/placedRows.ts'

/** The date for the office's answer, and what it may change. */
export interface Scope {
  /** A day; '' for none, null while the typed text is no date. */
  day: string | null
  all: boolean
  anchors: string[]
}
export interface ScopeErrors {
  day?: string
  anchors?: string
}

const usualDays = 7

export const usualDay = (dates: ReturnType<typeof useDates>): string =>
  dates.dayOf(new Date(dates.now() + usualDays * 86_400_000).toISOString())

export function scopeErrors({ day, all, anchors }: Scope, today: string): ScopeErrors {
  return {
    ...(day === '' && { day: 'Isi sampai kapan jawaban ditunggu.' }),
    ...(day === null && { day: 'Tulis tanggal seperti 31-03-2026.' }),
    ...(day && day < today && { day: 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.' }),
    ...(!all && anchors.length === 0 && { anchors: 'Pilih paling sedikit satu baris, atau buka semua isian.' }),
  }
}

/** As the API takes it: the end of that day, and no anchors where all is open. */
export const scopeBody = ({ day, all, anchors }: Scope, dates: ReturnType<typeof useDates>) => ({
  dueAt: dates.endOfDay(day ?? ''),
  ...(!all && { anchors }),
})

export function AnswerScope({
  scope,
  errors,
  rows,
  onChange,
}: {
  scope: Scope
  errors: ScopeErrors
  rows: readonly PlacedRow[]
  onChange: (scope: Scope) => void
}) {
  return (
    <>
      <DateField
        label="Jawaban ditunggu sampai"
        value={scope.day ?? ''}
        error={errors.day}
        onChange={day => onChange({ ...scope, day })}
      />
      <RadioGroup
        label="Yang dapat diubah perangkat daerah"
        value={scope.all ? 'all' : 'some'}
        onChange={value => onChange({ ...scope, all: value === 'all' })}
        options={[
          { value: 'all', label: 'Semua isian' },
          { value: 'some', label: 'Hanya baris yang dipilih', hint: 'Baris di bawahnya ikut terbuka.' },
        ]}
      />
      {!scope.all && (
        <MultiSelect
          label="Baris yang dibuka"
          hint="Ketik sebagian nama barisnya."
          error={errors.anchors}
          values={scope.anchors}
          onChange={anchors => onChange({ ...scope, anchors })}
          options={rows.map(row => ({ value: row.anchor, label: [...row.above, row.label].join(' › ') }))}
        />
      )}
    </>
  )
}
