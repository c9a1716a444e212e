import type { Cell, Decimal, FieldId, LineRow, LinesRead } from '@sepakat/rules'
import { limitFaults } from '@sepakat/rules/form/cellFindings.ts'
import { generalLabel } from '@sepakat/rules/names/formNames.ts'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import { useForm } from '../../FormContext.ts'
import styles from './TakeLinesDialog.module.css'

/** How many rows a user checks before trusting the rest. */
const shown = 20

/** What pasted lines would add: the field of each column, warnings, and the rows with numbers formatted as in the form. */
export function LinesPreview({ found: { rows, notes, columns = [] }, summary }: { found: LinesRead; summary: string }) {
  const headed = columns.some(({ heading }) => heading !== '')
  return (
    <section className={styles.preview} aria-live="polite">
      <p>
        <strong>{summary}</strong>
      </p>
      {rows.length > 0 && columns.length > 0 && (
        <p>
          {headed ? 'Kolom dibaca sebagai: ' : 'Tanpa judul kolom, dibaca berurutan sebagai: '}
          {columns.map(columnWords).join(' · ')}.
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <ul className={styles.rows}>
        {rows.slice(0, shown).map(row => (
          <Line key={row.key} row={row} />
        ))}
      </ul>
      {rows.length > shown && <p className={styles.state}>dan {rows.length - shown} baris lainnya</p>}
    </section>
  )
}

function columnWords({ heading, as }: NonNullable<LinesRead['columns']>[number]): string {
  if (heading === '') return as ?? 'tidak dibaca'
  return `${heading} → ${as ?? 'tidak dibaca'}`
}

function Line({ row: { table, key, id, cells } }: { row: LineRow }) {
  const { kind } = useForm()
  const told = Object.entries(cells)
  return (
    <li>
      <strong>{kind.tables[table]?.title}</strong>
      <span className={styles.state}> {id === null ? 'baru' : 'sudah ada'}</span>
      <span>
        {' '}
        {told.length === 0 ? key : null}
        {told.map(([field, cell], at) => (
          <Told key={field} {...{ table, field, cell, cells }} first={at === 0} />
        ))}
      </span>
    </li>
  )
}

/** One value by the name of its column, with its error. */
function Told({
  table,
  field,
  cell,
  cells,
  first,
}: Pick<LineRow, 'table' | 'cells'> & { field: FieldId; cell: Cell; first: boolean }) {
  const { kind, scope } = useForm()
  const spec = kind.tables[table]?.fields[field]
  if (!spec) return null
  const unsure = typeof cell === 'object'
  const unit = unsure ? '' : unitOf(spec, null, cells.unit)
  const value = shownCell(spec, cell)
  const faults = typeof cell === 'string' && isDecimal(cell) ? limitFaults(spec, cell satisfies Decimal) : []
  return (
    <>
      {!first && ' · '}
      {generalLabel(spec, scope)}: {unit === 'Rp' && 'Rp '}
      {unsure ? `“${value}” (perlu dipastikan)` : value}
      {unit !== '' && unit !== 'Rp' && ` ${unit}`}
      {faults.map(({ code, message }) => (
        <span key={code} className={styles.wrong}>
          {' '}
          ({message})
        </span>
      ))}
    </>
  )
}
