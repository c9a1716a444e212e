import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { count } from '#ui/numbers.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { type Change, fieldWord, splitChanges, valueWord } from './changeWords.ts'

const mostShown = 40
const named = ({ code, label }: Change): string => `${code} ${label}`.trim()

/** What a version changes: new rows, and for the others each field before and after. */
export function ChangesShown({ changes, kind }: { changes: readonly Change[]; kind?: Kind | undefined }) {
  const { fresh, others } = splitChanges(changes)
  const columns: Column<Change>[] = [
    { id: 'row', head: 'Baris', rowHead: true, cell: named },
    { id: 'field', head: 'Hal', cardHead: '', cell: change => fieldWord(change.field, kind) },
    { id: 'before', head: 'Sebelum', cell: change => valueWord(change.field, change.before, kind) },
    { id: 'after', head: 'Sesudah', cell: change => valueWord(change.field, change.after, kind) },
  ]
  return (
    <>
      {fresh.length > 0 && (
        <>
          <p>{count(fresh.length)} baris baru:</p>
          <ul>
            {fresh.slice(0, mostShown).map(change => (
              <li key={change.row}>
                {named(change)}, berlaku mulai {change.from}. Nomor tetapnya <code>{change.row}</code>.
              </li>
            ))}
            {fresh.length > mostShown && <li>dan {count(fresh.length - mostShown)} baris lain</li>}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <Table
          caption="Baris yang berubah, sebelum dan sesudah"
          columns={columns}
          rows={others.slice(0, mostShown)}
          rowKey={change => `${change.row} ${change.from} ${change.field}`}
        />
      )}
      {others.length > mostShown && <p>dan {count(others.length - mostShown)} perubahan lain.</p>}
    </>
  )
}
