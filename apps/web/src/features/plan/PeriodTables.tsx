import { timeOf } from '@sepakat/rules/periods/dates.ts'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Part } from '#ui/Part.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'
import { idOf } from './periodRows.ts'
import type { Period } from './queries.ts'

/** The phase of a period now. */
export function periodPhase({ opensAt, dueAt, closesAt }: Period, now: number): 'before' | 'open' | 'late' | 'closed' {
  if (now < Date.parse(opensAt)) return 'before'
  if (now <= Date.parse(dueAt)) return 'open'
  return now <= Date.parse(closesAt) ? 'late' : 'closed'
}

const phases: Record<ReturnType<typeof periodPhase>, TagProps> = {
  before: { icon: 'clock', children: 'Belum dibuka' },
  open: { tone: 'good', icon: 'check-circle', children: 'Dibuka' },
  late: { tone: 'warn', icon: 'alert', children: 'Lewat tenggat' },
  closed: { icon: 'lock', children: 'Ditutup' },
}

/** The periods of a year by form. A day opens at its first minute and ends with its last unless a time is shown. */
export function PeriodTables({
  forms,
  periods,
  onRemove,
}: {
  forms: readonly { form: string; title: string }[]
  periods: readonly Period[]
  onRemove: (period: Period) => void
}) {
  const dates = useDates()
  const day = (instant: string, usual: string) => {
    const time = timeOf(instant, dates.zone)
    return (
      <>
        {dates.shortDay(dates.dayOf(instant))}
        {time !== usual && <span className={styles.small}>pukul {time}</span>}
      </>
    )
  }
  const columns: Column<Period>[] = [
    {
      id: 'period',
      head: 'Periode',
      rowHead: true,
      cell: period => (
        <span className={styles.tags}>
          {periodTitle(period.key)}
          {period.practice && <Tag icon="pencil">Latihan</Tag>}
        </span>
      ),
    },
    { id: 'opens', head: 'Dibuka', cell: period => day(period.opensAt, '00.00') },
    { id: 'due', head: 'Tenggat', cell: period => day(period.dueAt, '23.59') },
    { id: 'closes', head: 'Ditutup', cell: period => day(period.closesAt, '23.59') },
    { id: 'phase', head: 'Sekarang', cell: period => <Tag {...phases[periodPhase(period, dates.now())]} /> },
    actions(period => (
      <Button
        small
        onClick={() => onRemove(period)}
        aria-label={`Hapus ${periodTitle(period.key)}, ${forms.find(({ form }) => form === period.form)?.title}`}
      >
        Hapus
      </Button>
    )),
  ]
  return forms
    .map(form => ({ ...form, own: periods.filter(period => period.form === form.form) }))
    .filter(({ own }) => own.length > 0)
    .map(({ form, title, own }) => (
      <Part key={form} title={title}>
        <Table caption={`Periode ${title}`} columns={columns} rows={own} rowKey={period => idOf(period)} />
      </Part>
    ))
}
