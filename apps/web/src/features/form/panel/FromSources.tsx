import type { Row } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { generalLabel, sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { Facts } from '#ui/Facts.tsx'
import { useForm } from '../FormContext.ts'
import { Part } from './Part.tsx'

/** What other forms say of the same row: a row has the same id in every form. */
export function FromSources({ row }: { row: Row }) {
  const { kind, scope, earlier } = useForm()
  const told = Object.entries(kind.sources(scope.period)).flatMap(([name, { form }]) => {
    const cells = scope.sources[name]?.answers[row.table]?.[row.id]
    const fields = kinds[form]?.tables[row.table]?.fields
    if (!cells || !fields || name === earlier?.source) return []
    const lines = Object.entries(fields).flatMap(([field, spec]) => {
      const text = shownCell(spec, cells[field])
      return text === '' ? [] : [{ label: generalLabel(spec, scope), text }]
    })
    return lines.length > 0 ? [{ name, lines }] : []
  })
  return told.map(({ name, lines }) => (
    <Part key={name} title={`Dari ${sourceTitle(kind, scope, name)}`}>
      <Facts facts={Object.fromEntries(lines.map(({ label, text }) => [label, text]))} />
    </Part>
  ))
}
