import type { Field, FieldId, Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { apartFields } from '@sepakat/rules/sheet/tree.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { CellView } from '#sheet/CellView.tsx'
import { Button } from '#ui/Button.tsx'
import { useCell, useForm, useKey, useWritable } from '../FormContext.ts'
import { useAllowed, useUnit } from '../rows/useRowField.ts'
import { moreKey } from '../rows/useUnfolded.ts'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/**
 * What a line of a table over levels is: its answers that have no column, read beside the numbers that they define. They are
 * filled in below the line, where one press leads.
 */
export function RowDefinition({ row }: { row: Row }) {
  const { kind, view, go } = useForm()
  const { tree } = kind
  const fields = tree ? apartFields(kind, tree, row) : []
  const filled = useKey('evaluated', store =>
    fields.filter(field => store.cell(cellAt(row, field)) !== undefined).join(' '),
  )
  const [first] = fields
  const writable = useWritable(cellAt(row, first ?? 'state'))
  if (first === undefined) return null
  const told = fields.filter(field => filled.split(' ').includes(field))
  return (
    <Part title="Definisi baris ini">
      {told.length > 0 ? (
        <dl className={styles.told}>
          {told.map(field => {
            const spec = kind.tables[row.table]?.fields[field]
            return spec && <Told key={field} {...{ row, field, spec }} />
          })}
        </dl>
      ) : (
        <p className={styles.quiet}>Belum diisi.</p>
      )}
      {writable && (
        <span>
          <Button
            small
            kind="quiet"
            icon="pencil"
            onClick={() => {
              view.setOpen(moreKey(rowAt(row)), true)
              view.set({ drawer: null })
              go(cellAt(row, first))
            }}
          >
            {told.length > 0 ? 'Ubah' : 'Isi'} di bawah baris
          </Button>
        </span>
      )}
    </Part>
  )
}

function Told({ row, field, spec }: { row: Row; field: FieldId; spec: Field }) {
  const cell = useCell(cellAt(row, field))
  const unit = useUnit(row, spec)
  const allowed = useAllowed(row, spec)
  return (
    <>
      <dt>{row.fields[field]}</dt>
      <dd>
        <CellView {...{ spec, cell, unit }} text={shownCell(spec, cell, allowed)} nothing="" />
      </dd>
    </>
  )
}
