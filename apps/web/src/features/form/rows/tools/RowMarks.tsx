import type { Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { Button } from '#ui/Button.tsx'
import { Initials } from '#ui/Initials.tsx'
import { GivenTo } from '../../contributions/GivenTo.tsx'
import { useBeside } from '../../FormContext.ts'
import { useNamesInRow } from '../../PeopleContext.ts'
import { useTool } from '../../useTool.ts'
import { useRowDetails } from '../useRowDetails.ts'
import styles from './RowMarks.module.css'

/** Marks beside a row: its evidence, its notes, and its details. `brief`: only counts. */
export function RowMarks({ row, name, brief }: { row: Pick<Row, 'table' | 'id'>; name: string; brief: boolean }) {
  const open = useRowDetails(row)
  const tool = useTool(row)
  const beside = useBeside()
  const key = rowAt(row)
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

/**
 * Beside a row: other users in it as initials, with the name on hover and for screen readers. Nothing moves while typing:
 * `brief`, in a table, the initials are only on the edge of the cell.
 */
function HereNow({ rowKey, brief }: { rowKey: string; brief: boolean }) {
  return useNamesInRow(rowKey).map(name => (
    <span key={name} className={brief ? 'visually-hidden' : styles.here} title={`${name} sedang mengisi baris ini`}>
      <Initials name={name} />
      <span className="visually-hidden">{name} sedang mengisi baris ini</span>
    </span>
  ))
}
