import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import styles from '#administration/Admin.module.css'
import { useMyTypes } from '#administration/reportTypes.ts'
import { Button } from '#ui/Button.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import { assignmentWords, yearsText } from './assignmentWords.ts'
import type { Assignment } from './queries.ts'

export function AssignmentTable({
  lines,
  titleOf,
  onAssign,
  onEnd,
}: {
  lines: readonly Assignment[]
  titleOf: (form: string) => string
  onAssign: (line: Assignment) => void
  onEnd: (line: Assignment) => void
}) {
  const types = useMyTypes()
  const columns: Column<Assignment>[] = [
    {
      id: 'row',
      head: 'Baris',
      rowHead: true,
      cell: line => (
        <>
          {line.code} {line.label}
          <span className={styles.small}>{titleOf(line.form)}</span>
        </>
      ),
    },
    {
      id: 'owner',
      head: 'Pengampu',
      wide: true,
      cell: line => (
        <>
          {line.office?.name ?? line.reason ?? 'belum ada'}
          <span className={styles.small}>
            {yearsText(line)}
            {line.note && ` · ${line.note}`}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      head: 'Keadaan',
      cardHead: '',
      cell: line => {
        const { word, tone, icon } = assignmentWords[line.state]
        return (
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        )
      },
    },
    actions(line => {
      const what = `${line.code} ${line.label}${line.office ? `, ${line.office.name}` : ''}`
      const whole = line.row === '*'
      if (!types.includes(reportTypeOf(line.form))) return null
      return (
        <span className={styles.buttons}>
          {!whole && (
            <Button small onClick={() => onAssign(line)} aria-label={`Ubah pengampu ${what}`}>
              Ubah
            </Button>
          )}
          {line.id && (whole || line.state === 'double' || line.state === 'shared') && (
            <Button small onClick={() => onEnd(line)} aria-label={`Akhiri penugasan ${what}`}>
              Akhiri
            </Button>
          )}
        </span>
      )
    }),
  ]
  return (
    <Table
      caption="Penugasan pengampu"
      columns={columns}
      rows={lines}
      rowKey={line => `${line.form} ${line.row} ${line.id}`}
    />
  )
}
