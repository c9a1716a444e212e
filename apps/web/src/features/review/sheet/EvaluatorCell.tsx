import type { Cell, Field, FieldId, FrozenRow } from '@sepakat/rules'
import { choicesOf } from '@sepakat/rules/fields/allowedOf.ts'
import { readCell } from '@sepakat/rules/fields/readCell.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import { useState } from 'react'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { anchorOf } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

interface Props {
  row: FrozenRow
  field: FieldId
  spec: Field
}

/** An evaluator's cell: chosen or typed, and saved on choosing or on leaving it. */
export function EvaluatorCell({ row, field, spec }: Props) {
  const { evaluation } = useReview()
  const value = row.values[field]
  const set = (cell: Cell | null) => evaluation?.set(`${anchorOf(row.table, row.id)}/${field}`, cell)
  const label = `${row.fields[field] ?? field}: ${row.label}`
  const options = choicesOf(spec, {})
  if (options)
    return (
      <SelectField
        label={label}
        labelHidden
        className={styles.choice ?? ''}
        none="Belum dinilai"
        options={options.map(option => ({ value: option.id, label: option.label }))}
        value={value === undefined || typeof value === 'object' ? '' : String(value)}
        onChange={id => set(readCell(spec, id, 'typed').cell)}
      />
    )
  if (spec.type === 'date')
    return (
      <DateField
        label={label}
        labelHidden
        className={styles.choice ?? ''}
        value={typeof value === 'string' ? value : ''}
        onChange={day => day !== null && set(day === '' ? null : day)}
      />
    )
  return <Typed {...{ label, spec, value, set }} unit={unitOf(spec, row.unit, row.values.unit)} />
}

/** Text, saved on leaving it; a number that cannot be read is saved as typed. */
function Typed({
  label,
  spec,
  unit,
  value,
  set,
}: {
  label: string
  spec: Field
  unit: string
  value: Cell | undefined
  set: (cell: Cell | null) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const long = spec.type === 'text' || spec.type === 'prose' ? spec.max : undefined
  return (
    <TextArea
      label={label}
      labelHidden
      className={styles.text ?? ''}
      rows={2}
      maxLength={long}
      value={text ?? shownCell(spec, value)}
      onChange={event => setText(event.target.value)}
      onBlur={() => {
        if (text !== null) set(readCell(spec, text.trim(), 'typed', { unit }).cell)
        setText(null)
      }}
    />
  )
}
