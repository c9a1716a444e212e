import type { Block, FieldId, Kind, Row, Tree } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { apartFields, namingIn } from '@sepakat/rules/sheet/tree.ts'
import type { BelowProps } from '#sheet/Slots.ts'
import { CellNotes } from '../cells/CellNotes.tsx'
import { useBeside, useFigures, useFindings, useForm, useKey, useOpenFigures } from '../FormContext.ts'
import { LateDerivation } from '../figures/FigureText.tsx'
import { OpenNotes } from '../notes/OpenNotes.tsx'
import { FieldLines } from './FieldLines.tsx'
import { useIsAskedOnce } from './grid/askedOnce.ts'
import { BlockFoot } from './items/BlockFoot.tsx'
import styles from './RowBelow.module.css'
import { RowFindings } from './RowFindings.tsx'
import { StateReasons, useDeclared } from './StateField.tsx'
import { useMore } from './useUnfolded.ts'

/** A list whose rows are lines of the same table: adding to it, and its declared state, are below the row it belongs to. */
function ListBelow({ block }: { block: Block }) {
  const group = { role: 'group', 'aria-label': block.title }
  return (
    <div {...group} className={styles.list} data-row={block.head ? rowAt(block.head) : undefined}>
      <span className={styles.title}>{block.title}</span>
      <BlockFoot block={block} />
    </div>
  )
}

/** The second line of a grid row: reasons, notes, derivations and lists, over its whole width; absent if empty. */
export function RowBelow({
  row,
  block,
  columns: { fields: inColumns, codes },
  width,
  tree,
  children,
}: BelowProps & {
  row: Row
  block: Block
}) {
  const { kind } = useForm()
  const [more] = useMore(row)
  const fields = belowFields(kind, tree, row, inColumns, more)
  const key = rowAt(row)
  const declared = useDeclared(row)
  const noted = useKey(`row ${key}`, store =>
    fields.flatMap(({ field }) => (store.noted(cellAt(row, field)) ? [field] : [])).join(),
  )
  const findings = useFindings(key)
  const notes = useBeside()
    .notes.get(key)
    ?.some(note => note.status !== 'resolved')
  const isAskedOnce = useIsAskedOnce(row, fields)
  const own = noted === '' ? [] : noted.split(',').filter(field => !isAskedOnce(field))
  const opened = useOpenFigures(row.id).filter(code => codes.includes(code))
  const lists = tree && more ? row.blocks.filter(({ table }) => tree.tables.includes(table)) : []
  if (!declared && own.length === 0 && !findings && !notes && opened.length === 0 && !children && !(tree && more))
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
                  at={cellAt(row, field)}
                  spec={spec}
                  states={row.states}
                  label={row.fields[field] ?? field}
                />
              ))}
          <RowFindings row={row} />
          <Opened row={row} codes={opened} />
          {tree && more && <FieldLines row={row} block={block} fields={apartFields(kind, tree, row)} />}
          {lists.map(one => (
            <ListBelow key={one.table} block={one} />
          ))}
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
          <LateDerivation figure={figure} names={names()} onGo={go} />
        </div>
      )
    )
  })
}

/**
 * The fields of a row in columns whose notes are below it: those of its columns, in a table over levels its name too, and what is
 * asked beside the columns while that is folded.
 */
function belowFields(kind: Kind, tree: Tree | null, row: Row, columns: readonly Column[], more: boolean): Column[] {
  if (!tree) return [...columns]
  const naming = namingIn(kind, row.table)
  const others: FieldId[] = [...(naming ? [naming] : []), ...(more ? [] : apartFields(kind, tree, row))]
  return [
    ...others.flatMap((field): Column[] => {
      const spec = kind.tables[row.table]?.fields[field]
      return spec ? [{ field, spec, label: row.fields[field] ?? field, numeric: false }] : []
    }),
    ...columns.filter(({ field }) => field in row.fields),
  ]
}
