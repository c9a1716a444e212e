import type { Row } from '@sepakat/rules'
import type { ReactNode } from 'react'
import { rowKey } from '#sheet/answers/cells.ts'
import type { Columns } from '#sheet/Slots.ts'
import { Derivation } from '#submissions/Derivation.tsx'
import { CellNotes } from '../cells/CellNotes.tsx'
import { useBeside, useFigures, useFindings, useForm, useKey, useOpenFigures } from '../FormContext.ts'
import { OpenNotes } from '../notes/OpenNotes.tsx'
import styles from './RowBelow.module.css'
import { RowFindings } from './RowFindings.tsx'
import { StateReasons, useDeclared } from './StateField.tsx'
import { useIsAskedOnce } from './UnsureBlock.tsx'
import { pointerIn } from './useRowField.ts'

/** The second line of a grid row: reasons, notes, derivations and lists, over its whole width; absent if empty. */
export function RowBelow({
  row,
  columns: { fields, codes },
  width,
  children,
}: {
  row: Row
  columns: Columns
  width: number
  /** The tables under it. */
  children: ReactNode
}) {
  const key = rowKey({ table: row.table, row: row.id })
  const declared = useDeclared(row)
  const noted = useKey(`row ${key}`, store =>
    fields.flatMap(({ field }) => (store.noted(pointerIn(row, field)) ? [field] : [])).join(),
  )
  const findings = useFindings(key)
  const notes = useBeside()
    .notes.get(key)
    ?.some(note => note.status !== 'resolved')
  const isAskedOnce = useIsAskedOnce(row, fields)
  const own = noted === '' ? [] : noted.split(',').filter(field => !isAskedOnce(field))
  const opened = useOpenFigures(row.id).filter(code => codes.includes(code))
  if (!declared && own.length === 0 && !findings && !notes && opened.length === 0 && row.blocks.length === 0)
    return null
  return (
    <tr>
      <td colSpan={width} className={styles.below}>
        <div className={styles.stack}>
          <OpenNotes rowKey={key} />
          {declared && <StateReasons row={row} />}
          {!declared &&
            fields
              .filter(({ field }) => own.includes(field))
              .map(({ field, spec }) => (
                <CellNotes
                  key={field}
                  at={pointerIn(row, field)}
                  spec={spec}
                  states={row.states}
                  label={row.fields[field] ?? field}
                />
              ))}
          <RowFindings row={row} />
          <Opened row={row} codes={opened} />
          {children}
        </div>
      </td>
    </tr>
  )
}

function Opened({ row, codes }: { row: Row; codes: readonly string[] }) {
  const { names, go } = useForm()
  const figures = useFigures(row.id)
  return codes.map(code => {
    const figure = figures?.find(one => one.code === code)
    return (
      figure && (
        <div key={code} id={`how:${code}/${row.id}`}>
          <p className={styles.name}>{names().figureLabel(code)}</p>
          <Derivation figure={figure} names={names()} onGo={go} />
        </div>
      )
    )
  })
}
