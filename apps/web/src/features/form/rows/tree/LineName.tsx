import type { Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { type Filled, filledBelow, namingIn } from '@sepakat/rules/sheet/tree.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import type { ReactNode } from 'react'
import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import { TreeLine } from '#sheet/TreeLine.tsx'
import { Cell } from '../../cells/Cell.tsx'
import { useCell, useForm, useKey } from '../../FormContext.ts'
import { nameId } from '../useRowName.ts'

interface LineNameProps {
  row: Row
  depth: number
  /** Whether the lines under it are shown; null where there are none. */
  open: boolean | null
  name: string
}

/** The name of a line, as far to the right as it is deep; folds what is under it, and says how much of that is filled in. */
export function LineName({ row, depth, open, name }: LineNameProps) {
  const { kind, view } = useForm()
  const naming = namingIn(kind, row.table)
  const spec = naming && kind.tables[row.table]?.fields[naming]
  return (
    <TreeLine
      level={kind.tables[row.table]?.title}
      {...{ depth, open }}
      label={name}
      onFold={() => view.setOpen(rowAt(row), !open)}
      facts={useFacts(row, open !== null)}
      tall
    >
      <span id={nameId(row)} className={naming ? 'visually-hidden' : undefined}>
        <RowWords row={row} label={name} />
      </span>
      {naming && spec && (
        <>
          <label className="visually-hidden" htmlFor={cellAt(row, naming)}>
            {row.fields[naming]}
          </label>
          <Cell at={cellAt(row, naming)} table={row.table} row={row.id} field={naming} spec={spec} />
        </>
      )}
      <RowCautions row={row} />
    </TreeLine>
  )
}

/** Its code, how much under it is filled in, and which of its lists are declared to be empty. */
function useFacts(row: Row, hasLines: boolean): ReactNode {
  const { kind } = useForm()
  const coded = kind.tables[row.table]?.coded
  const code = useCell(cellAt(row, coded ?? '$position'))
  const declared = useKey('evaluated', store =>
    row.blocks
      .flatMap(({ head, table, title }) => (head && store.cell(`/${table}/${head.id}/state`) === 'nil' ? [title] : []))
      .join(', '),
  )
  const said = [
    coded !== undefined && (code === undefined ? 'belum berkode' : textOf(code)),
    declared !== '' && `${declared}: ${stateLabels.nil.toLowerCase()}`,
  ].filter(Boolean)
  if (said.length === 0 && !hasLines) return null
  return (
    <>
      {said.join(' · ')}
      {hasLines && <FilledWords row={row} after={said.length > 0} />}
    </>
  )
}

function FilledWords({ row, after }: { row: Row; after: boolean }) {
  const filled = useFilled(row)
  return filled && `${after ? ' · ' : ''}${filled.filled} dari ${filled.all} isian`
}

/** Counted once for an evaluation, whatever asks. */
const counted = new WeakMap<object, ReturnType<typeof filledBelow>>()

/** How much of what counts is filled in under a line of a table over levels. */
function useFilled(row: Row): Filled | null {
  const { kind } = useForm()
  const said = useKey('evaluated', store => {
    const evaluated = store.evaluated()
    const blocks = store.sections().flatMap(section => section.blocks)
    const known = counted.get(evaluated) ?? filledBelow(kind, blocks, (own, field) => store.cell(cellAt(own, field)))
    counted.set(evaluated, known)
    const one = known.get(rowAt(row))
    return one ? `${one.filled}/${one.all}` : ''
  })
  if (said === '') return null
  const [filled = 0, all = 0] = said.split('/').map(Number)
  return { filled, all }
}
