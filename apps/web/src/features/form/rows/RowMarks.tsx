import type { Row } from '@sepakat/rules'
import { rowKey } from '#sheet/answers/cells.ts'
import { Button } from '#ui/Button.tsx'
import { GivenTo } from '../contributions/GivenTo.tsx'
import { useBeside } from '../FormContext.ts'
import { useTool } from '../useTool.ts'
import { HereNow } from './HereNow.tsx'
import styles from './RowMarks.module.css'
import { useRowDetails } from './useRowDetails.ts'

/** Marks beside a row: its evidence, its notes, and its details. `brief`: only counts. */
export function RowMarks({ row, name, brief }: { row: Pick<Row, 'table' | 'id'>; name: string; brief: boolean }) {
  const open = useRowDetails(row)
  const tool = useTool(row)
  const beside = useBeside()
  const key = rowKey({ table: row.table, row: row.id })
  const files = beside.files.get(key)?.length ?? 0
  const notes = beside.notes.get(key)?.length ?? 0
  const words = brief ? 'visually-hidden' : undefined
  return (
    <span className={styles.marks}>
      <HereNow rowKey={key} brief={brief} />
      <GivenTo at={key} />
      {files > 0 && (
        <Button {...tool} small kind="quiet" icon="paperclip" title="Bukti dukung" onClick={() => open('evidence')}>
          {files} <span className={words}>bukti</span> <span className="visually-hidden">untuk {name}</span>
        </Button>
      )}
      {notes > 0 && (
        <Button {...tool} small kind="quiet" icon="note" title="Catatan" onClick={() => open('notes')}>
          {notes} <span className={words}>catatan</span> <span className="visually-hidden">untuk {name}</span>
        </Button>
      )}
      {!brief && (
        <Button {...tool} small kind="quiet" icon="info" onClick={() => open(null)}>
          Rincian <span className="visually-hidden">{name}</span>
        </Button>
      )}
    </span>
  )
}
