import type { Row } from '@sepakat/rules'
import { Button } from '../../../ui/Button.tsx'
import { useBeside, useForm } from '../FormContext.ts'
import { rowKey, type View } from '../model/viewStore.ts'
import styles from './RowMarks.module.css'

/** What stands beside a row: its evidence, its notes, and all that is known of it. */
export function RowMarks({ row, name }: { row: Pick<Row, 'table' | 'id'>; name: string }) {
  const { view } = useForm()
  const beside = useBeside()
  const key = rowKey({ table: row.table, row: row.id })
  const files = beside.files.get(key)?.length ?? 0
  const notes = beside.notes.get(key)?.length ?? 0
  const open = (part: View['part']) =>
    view.set({ hand: { table: row.table, row: row.id, field: undefined }, part, drawer: 'row' })
  return (
    <span className={styles.marks}>
      {files > 0 && (
        <Button small kind="quiet" icon="paperclip" onClick={() => open('evidence')}>
          {files} bukti <span className="visually-hidden">untuk {name}</span>
        </Button>
      )}
      {notes > 0 && (
        <Button small kind="quiet" icon="note" onClick={() => open('notes')}>
          {notes} catatan <span className="visually-hidden">untuk {name}</span>
        </Button>
      )}
      <Button small kind="quiet" icon="info" onClick={() => open(null)}>
        Rincian <span className="visually-hidden">{name}</span>
      </Button>
    </span>
  )
}
