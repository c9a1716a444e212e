import type { Declared, Row } from '@sepakat/rules'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'
import { useId } from 'react'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Cell } from '../cells/Cell.tsx'
import { CellNotes } from '../cells/CellNotes.tsx'
import { useCell, useForm, useKey, useWritable } from '../FormContext.ts'
import { Optional } from './Optional.tsx'
import styles from './StateField.module.css'
import { useRowDetails } from './useRowDetails.ts'

const asked: Record<Declared, string[]> = {
  nil: ['reason'],
  notApplicable: ['reason'],
  notYetAvailable: ['reason', 'publisher', 'expected'],
}

/** The declared state of a row, if any. */
export function useDeclared(row: Pick<Row, 'table' | 'id' | 'states'>): Declared | null {
  const value = useCell(cellAt(row, 'state'))
  return row.states.find(state => state === value) ?? null
}

/** Filled in, or declared to be in a state that answers it. */
export function StateSelect({ row, labelledBy }: { row: Row; labelledBy: string }) {
  const { store } = useForm()
  const at = cellAt(row, 'state')
  const id = useId()
  const state = useDeclared(row)
  const writable = useWritable(at)
  if (row.states.length === 0) return null
  if (!writable) return state && <strong>{stateLabels[state]}</strong>
  return (
    <span className={styles.select}>
      <span id={id} className="visually-hidden">
        Keadaan
      </span>
      <span className={styles.box}>
        <select
          id={at}
          autoComplete="off"
          className={styles.control}
          data-state={state ?? undefined}
          aria-labelledby={`${id} ${labelledBy}`}
          value={state ?? ''}
          onChange={event => {
            store.set(at, event.target.value === '' ? null : event.target.value)
            store.settle(at)
          }}
        >
          <option value="">{emptyWords('state')}</option>
          {row.states.map(one => (
            <option key={one} value={one}>
              {stateLabels[one]}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={14} />
      </span>
    </span>
  )
}

/** Why the row has no answer: asked in place of the answers, which are kept. */
export function StateReasons({ row, head = false }: { row: Row; head?: boolean }) {
  const { kind } = useForm()
  const at = (field: string) => cellAt(row, field)
  const state = useDeclared(row)
  const stateSpec = fieldAt(kind, row.table, 'state', head)
  const kept = useKey(`row /${row.table}/${row.id}`, store =>
    Object.keys(row.fields).some(field => store.cell(at(field)) !== undefined),
  )
  if (!state) return null
  return (
    <div className={styles.reasons}>
      {stateSpec && <CellNotes at={at('state')} spec={stateSpec} states={row.states} />}
      {asked[state].map(field => {
        const spec = fieldAt(kind, row.table, field, head)
        if (!spec) return null
        return (
          <div key={field} className={styles.reason}>
            <label htmlFor={at(field)}>
              {String(spec.label)}
              {head && <Optional />}
            </label>
            <Cell at={at(field)} table={row.table} row={row.id} field={field} spec={spec} />
            <CellNotes at={at(field)} spec={spec} states={[]} />
          </div>
        )
      })}
      {!head && <AttachProof row={row} />}
      {kept && <p className={styles.kept}>Isian yang sudah ada tetap disimpan, tetapi tidak dihitung.</p>}
    </div>
  )
}

/** A declared state is proved like any answer. */
function AttachProof({ row }: { row: Row }) {
  const open = useWritable(cellAt(row, 'state'))
  const details = useRowDetails(row)
  if (!open) return null
  return (
    <span>
      <Button small icon="paperclip" onClick={() => details('evidence', 'state')}>
        Lampirkan bukti dukung
      </Button>
    </span>
  )
}
