import type { Block } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { treeAt } from '@sepakat/rules/sheet/tree.ts'
import { basisWords } from '@sepakat/rules/words/figureText.ts'
import { cx } from '#ui/cx.ts'
import { ArchiveTag } from '#ui/Tag.tsx'
import { useFigures, useForm } from '../../FormContext.ts'
import styles from '../Filled.module.css'
import { Optional } from '../Optional.tsx'
import { mayBeEmpty } from '../useRowField.ts'

/** The head of a column of figures, with their basis once: it holds for all rows. */
export function FigureHead({ block: { rows }, codes: [code = ''] }: { block: Block; codes: readonly string[] }) {
  const { names } = useForm()
  const basis = basisWords(useFigures(rows[0]?.id ?? '')?.find(figure => figure.code === code)?.basis ?? null)
  return (
    <th scope="col" className={cx(styles.num, styles.figure)}>
      {names().figureLabel(code)}
      {basis && <span className={styles.optional}> ({basis})</span>}
    </th>
  )
}

/** The head of a column of answers, and of the one beside it for those of the previous period. */
export function ColumnHead({
  block,
  column: { field, spec, label, numeric, earlier },
}: {
  block: Block
  column: Column
}) {
  const { kind, earlier: before } = useForm()
  const inTree = treeAt(kind, block.table) !== null
  return (
    <>
      <th
        scope="col"
        id={`${block.table}/${block.under ?? ''}:${field}`}
        style={{ minWidth: inTree ? undefined : `${fieldTypeOf(spec).width(spec)}px` }}
        className={numeric ? styles.num : undefined}
      >
        {label}
        {!inTree && block.rows.every(row => mayBeEmpty(row, field, spec)) && <Optional />}
      </th>
      {earlier && (
        <th scope="col" className={cx(styles.num, styles.earlier)}>
          {before?.label} <span className="visually-hidden">{label}</span> {before?.archive && <ArchiveTag />}
        </th>
      )}
    </>
  )
}
