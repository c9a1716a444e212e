import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import type { Table } from '@sepakat/rules/types/Kind.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'

const choicesHint = (choices: { label: string }[] | undefined): string | undefined =>
  choices && `Tulis angkanya, atau “${choices.map(({ label }) => label).join('”, “')}”.`

/** The kind's own attributes of a row: a choice, a number, or text. */
export function AttrFields({
  table,
  attrs,
  onChange,
  errorAt,
}: {
  table: Table | undefined
  attrs: Record<string, string>
  onChange: (attrs: Record<string, string>) => void
  errorAt: (field: string) => string | undefined
}) {
  return Object.entries(table?.attrs ?? {}).map(([name, { label, need, choices, decimal }]) => {
    const shared = { label, optional: need === undefined, error: errorAt(`add.attrs.${name}`) }
    const value = attrs[name] ?? ''
    const named = choices?.find(({ id }) => id === value)?.label
    const set = (typed: string) => onChange({ ...attrs, [name]: typed })
    return choices && !decimal ? (
      <SelectField
        key={name}
        {...shared}
        none="Pilih salah satu"
        value={value}
        onChange={set}
        options={choices.map(choice => ({ value: choice.id, label: choice.label }))}
      />
    ) : (
      <TextField
        key={name}
        {...shared}
        hint={choicesHint(choices)}
        value={named ?? (/^\d+\.\d+$/.test(value) ? formatNumber(value) : value)}
        maxLength={400}
        onChange={event => set(event.target.value)}
      />
    )
  })
}
