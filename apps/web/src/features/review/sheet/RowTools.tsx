import type { Kind, TableId } from '@sepakat/rules'
import { isItemTable, rowWriter, stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { cx } from '#ui/cx.ts'
import { Tag } from '#ui/Tag.tsx'
import { needsTick } from '../model/marks.ts'
import type { PlacedRow } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Row.module.css'

/** The actions on a row: accept or tick it, view its evidence, add a note. */
export function RowTools({ row, className }: { row: PlacedRow; className?: string | undefined }) {
  const { sheet, notes, reviewing, evaluation, hand, show } = useReview()
  const evidence = sheet.evidence.get(row.anchor)?.length ?? 0
  const own = notes.get(row.anchor) ?? []
  const open = own.filter(note => note.status !== 'resolved').length
  const words = open > 0 ? `${open} catatan` : own.length > 0 ? 'Catatan selesai' : 'Catatan'
  return (
    <span className={cx(styles.tools, className)}>
      <Tick row={row} />
      <NewEvidence anchor={row.anchor} />
      {evidence > 0 && (
        <Button
          kind="quiet"
          small
          icon="paperclip"
          className={styles.look}
          aria-label={`${evidence} bukti: ${row.label}`}
          onClick={() => {
            hand.set(row.anchor)
            show('row')
          }}
        >
          {evidence} bukti
        </Button>
      )}
      {(own.length > 0 || reviewing) && (
        <Button
          kind="quiet"
          small
          icon="note"
          className={styles.look}
          aria-label={`${words}: ${row.label}`}
          onClick={() => {
            hand.set(row.anchor)
            show('row', { writing: own.length === 0 })
          }}
        >
          {words}
        </Button>
      )}
      {row.row !== null && evaluation && isOwn(sheet.kind, row.table) && (
        <Button
          kind="quiet"
          small
          icon="trash"
          className={styles.look}
          aria-label={`Hapus: ${row.label}`}
          onClick={() => evaluation.removeRow({ table: row.table, row: row.id })}
        >
          Hapus
        </Button>
      )}
    </span>
  )
}

/** That files of the row were added or removed since the previous revision. */
function NewEvidence({ anchor }: { anchor: string }) {
  const { sheet } = useReview()
  const files = sheet.changes.rows.get(anchor)?.files ?? []
  const came = files.filter(file => file.came).length
  if (files.length === 0) return null
  return (
    <Tag tone="info" icon="paperclip">
      {came > 0 ? `${came} bukti baru` : 'bukti dilepaskan'}
    </Tag>
  )
}

/** Rows added by the evaluator can be removed by him or her. */
const isOwn = (kind: Kind | undefined, table: TableId): boolean =>
  kind !== undefined && isItemTable(kind, table) && rowWriter(kind, table) === 'evaluator'

/** A tick says that the reviewer looked; of a declared state, that it is accepted. */
function Tick({ row }: { row: PlacedRow }) {
  const { sheet, ticked, reviewing, setTick } = useReview()
  const on = ticked.has(row.anchor)
  const accepts = needsTick(sheet, row) && row.state !== null
  if (!reviewing)
    return on ? (
      <Tag tone="good" icon="check">
        {accepts ? 'disetujui' : 'sudah diperiksa'}
      </Tag>
    ) : null
  if (row.row === null && !accepts) return null
  return (
    <Checkbox
      label={
        <>
          {accepts && row.state ? `Setujui ${stateLabels[row.state].toLowerCase()}` : 'Diperiksa'}
          <span className="visually-hidden">: {row.label}</span>
        </>
      }
      checked={on}
      onChange={event => setTick(row.anchor, event.target.checked)}
    />
  )
}
