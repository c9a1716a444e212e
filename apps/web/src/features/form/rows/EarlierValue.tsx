import type { Field, FieldId, Row } from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { type Earlier, earlierCell, growthOf, signed } from '#sheet/earlier.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { ArchiveTag } from '#ui/Tag.tsx'
import { useCell, useFigures, useForm } from '../FormContext.ts'
import styles from './EarlierValue.module.css'

/**
 * `TW III 3.310 · +1.202 triwulan ini`: the value of the previous period, and the growth as the form computes it.
 * `brief`: where a heading names the period.
 */
export function EarlierValue({
  row,
  field,
  spec,
  allowed,
  earlier,
  brief = false,
}: {
  row: Row
  field: FieldId
  spec: Field
  allowed: Allowed
  earlier: Earlier
  brief?: boolean
}) {
  const { kind } = useForm()
  const at = cellAt(row, field)
  const now = useCell(at)
  const growth = growthOf(useFigures(row.id), at, earlier)
  const then = earlierCell(earlier, { table: row.table, row: row.id, field }, spec, now, allowed)
  const since = kind.period === 'quarter' ? 'triwulan ini' : 'tahun ini'
  const long = then !== null && then.text.length > 40
  return (
    <span className={styles.earlier}>
      {then && (
        <span className={cx(styles.was, brief && styles.brief)}>
          {then.carried && <Icon name="equals" size={12} />}
          <span className={brief ? 'visually-hidden' : styles.period}>
            {then.carried ? `sama dengan ${earlier.label}` : earlier.label}
          </span>
          {(brief || !then.carried) && <span className={styles.then}>{long ? 'terisi' : then.text}</span>}
          {earlier.archive && !brief && <ArchiveTag />}
        </span>
      )}
      {growth?.value != null && (
        <span className={styles.growth}>
          {signed(growth.value)}
          {brief ? <span className="visually-hidden"> {since}</span> : ` ${since}`}
        </span>
      )}
    </span>
  )
}
