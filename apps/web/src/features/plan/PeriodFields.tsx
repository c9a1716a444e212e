import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { DateField } from '#ui/DateField.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './PeriodFields.module.css'
import { type DateName, idOf, type PeriodRow } from './periodRows.ts'

const labels: Record<DateName, string> = { opens: 'Dibuka', due: 'Tenggat', closes: 'Ditutup' }

/** The dates of one form's periods, each period a group of three. */
export function PeriodFields({
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
