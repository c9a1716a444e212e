import styles from '#administration/Admin.module.css'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { Button } from '#ui/Button.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { Table } from '#ui/Table.tsx'
import { Tag, type TagTone } from '#ui/Tag.tsx'

export type Judged = ResponseOf<'POST /archive/preview'>['lines'][number]

const looks: Record<Judged['result'], [string, TagTone]> = {
  new: ['baru', 'good'],
  changed: ['diperbaiki', 'info'],
  same: ['sudah ada', 'neutral'],
  wrong: ['dilewati', 'wrong'],
}

/** How many valid lines a user checks before trusting the rest; all wrong ones are shown. */
const shown = 50

export const countOf = (lines: readonly Judged[], result: Judged['result']): number =>
  lines.filter(line => line.result === result).length

/** `12 baru, 3 diperbaiki, 1 dilewati`. */
export const countWords = (lines: readonly Judged[]): string =>
  (['new', 'changed', 'same', 'wrong'] as const)
    .flatMap(result => {
      const count = countOf(lines, result)
      return count > 0 ? [`${count} ${looks[result][0]}`] : []
    })
    .join(', ')

/** What becomes of each line. `onChoose`: resolves a number with two readings. */
export function ArchivePreview({
  lines,
  onChoose,
}: {
  lines: readonly Judged[]
  onChoose: (line: number, reading: string) => void
}) {
  const numbered = lines.map((line, at) => ({ ...line, at }))
  const order = [
    ...numbered.filter(({ result }) => result === 'wrong'),
    ...numbered.filter(({ result }) => result !== 'wrong'),
  ]
  const wrong = countOf(lines, 'wrong')
  const rows = order.slice(0, wrong + shown)
  return (
    <>
      <Table
        caption="Baris lembar Excel"
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: 'at', head: 'Baris ke', num: true, cell: ({ at }) => at + 1 },
          {
            id: 'office',
            head: 'Perangkat daerah',
            rowHead: true,
            cell: ({ office, period }) => `${office} · ${period}`,
          },
          { id: 'row', head: 'Isian', cell: ({ row, field }) => `${row} · ${field}` },
          {
            id: 'value',
            head: 'Nilai',
            num: true,
            cell: ({ value, was }) => (was === null ? value : `${was} → ${value}`),
          },
          { id: 'result', head: 'Yang terjadi', cell: line => <Outcome line={line} onChoose={onChoose} /> },
        ]}
      />
      {rows.length < lines.length && <p className={styles.note}>dan {lines.length - rows.length} baris lainnya</p>}
    </>
  )
}

function Outcome({
  line: { at, result, fault, note, readings },
  onChoose,
}: {
  line: Judged & { at: number }
  onChoose: (line: number, reading: string) => void
}) {
  const [word, tone] = looks[result]
  return (
    <div className={styles.part}>
      <span>
        <Tag tone={readings ? 'warn' : tone}>{word}</Tag> {fault ?? note}
      </span>
      {readings && (
        <span className={styles.buttons}>
          {readings.map(reading => (
            <Button key={reading} small onClick={() => onChoose(at, reading)}>
              {formatNumber(reading)} <span className="visually-hidden">untuk baris ke-{at + 1}</span>
            </Button>
          ))}
        </span>
      )}
    </div>
  )
}
