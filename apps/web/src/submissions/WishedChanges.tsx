import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { Table } from '#ui/Table.tsx'
import { changeText, valueText } from './changeText.ts'
import styles from './WishedChanges.module.css'

export interface WishedChange {
  pointer: string
  op: string
  value?: unknown
}

/** What an office would change, cell by cell, beside the stored values. `stored`: the value of a cell. */
export function WishedChanges({
  changes,
  names,
  stored,
}: {
  changes: readonly WishedChange[]
  names: FormNames
  stored: (pointer: string) => unknown
}) {
  return (
    <div className={styles.changes}>
      <Table
        caption="Isian yang hendak diubah"
        rows={changes}
        rowKey={({ pointer }) => pointer}
        columns={[
          { id: 'where', head: 'Isian', rowHead: true, wide: true, cell: ({ pointer }) => names.anchor(pointer) },
          {
            id: 'stored',
            head: 'Yang tersimpan',
            cell: ({ pointer, op }) =>
              op === 'set' || op === 'clear' ? valueText(pointer, stored(pointer), names) : '',
          },
          { id: 'wished', head: 'Diminta menjadi', cell: change => changeText(change, names) },
        ]}
      />
    </div>
  )
}
