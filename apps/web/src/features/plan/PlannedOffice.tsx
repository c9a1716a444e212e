import { periodTitle } from '@sepakat/rules/periods/period.ts'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import planStyles from './PlannedOffice.module.css'
import { countsText, type OfficeGroup, plannedWords } from './planned.ts'
import type { Planned } from './queries.ts'

/** What one office owes in the year, collapsed under its name. */
export function PlannedOffice({
  group,
  open,
  titleOf,
  onExtend,
  onRemove,
}: {
  group: OfficeGroup
  open: boolean
  titleOf: (form: string) => string
  onExtend: (planned: Planned) => void
  onRemove: (planned: Planned) => void
}) {
  const dates = useDates()
  const columns: Column<Planned>[] = [
    { id: 'form', head: 'Formulir', rowHead: true, cell: item => titleOf(item.form) },
    { id: 'period', head: 'Periode', cell: item => periodTitle(item.period) },
    {
      id: 'due',
      head: 'Tenggat',
      cell: item => (
        <>
          {dates.shortDay(dates.dayOf(item.dueAt))}
          {item.extended && <span className={styles.small}>diperpanjang</span>}
          {item.expectedAt && item.expectedAt !== item.dueAt && (
            <span className={styles.small}>ditunggu s.d. {dates.shortDay(dates.dayOf(item.expectedAt))}</span>
          )}
        </>
      ),
    },
    { id: 'rows', head: 'Baris', num: true, cell: item => (item.rows === 0 ? 'seluruh formulir' : item.rows) },
    {
      id: 'state',
      head: 'Keadaan',
      cardHead: '',
      cell: item => {
        const { word, tone, icon } = plannedWords[item.state]
        return (
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        )
      },
    },
    actions(
      item =>
        item.obligation && (
          <span className={planStyles.actions}>
            {item.expectedAt && (
              <Button
                small
                onClick={() => onExtend(item)}
                aria-label={`Perpanjang tenggat ${titleOf(item.form)} ${periodTitle(item.period)}, ${group.office.name}`}
              >
                Perpanjang
              </Button>
            )}
            {!item.begun && (
              <Button
                small
                onClick={() => onRemove(item)}
                aria-label={`Hapus kewajiban ${titleOf(item.form)} ${periodTitle(item.period)}, ${group.office.name}`}
              >
                Hapus
              </Button>
            )}
          </span>
        ),
    ),
  ]
  return (
    <details open={open} className={planStyles.office}>
      <summary className={planStyles.summary}>
        <span className={planStyles.name}>{group.office.name}</span>
        <small>{countsText(group.items)}</small>
      </summary>
      <Table
        caption={`Kewajiban lapor ${group.office.name}`}
        columns={columns}
        rows={group.items}
        rowKey={item => `${item.form} ${item.period}`}
      />
    </details>
  )
}
