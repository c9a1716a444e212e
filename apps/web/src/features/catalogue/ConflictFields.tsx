import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { fieldWord, valueWord } from './changeWords.ts'
import type { Choices, Proposal } from './queries.ts'

type Difference = Proposal['conflicts'][number]['differences'][number]
const mostTold = 6

/** Rows that the region and the release changed differently: shows both, asks for a choice. */
export function ConflictFields({
  conflicts,
  kind,
  choices,
  onChange,
  errorAt,
}: {
  conflicts: Proposal['conflicts']
  kind: Kind | undefined
  choices: Choices
  onChange: (choices: Choices) => void
  errorAt: (name: string) => string | undefined
}) {
  return conflicts.map(({ row, code, label, differences }) => {
    const told = (side: 'published' | 'shipped') =>
      differences
        .slice(0, mostTold)
        .map((one: Difference) => `${fieldWord(one.field, kind)}: ${valueWord(one.field, one[side], kind)}`)
        .join(' · ')
    return (
      <RadioGroup
        key={row}
        label={`${code} ${label}`.trim()}
        value={choices[row] ?? ''}
        onChange={side => onChange({ ...choices, [row]: side as 'published' | 'shipped' })}
        options={[
          { value: 'published', label: 'Pertahankan punya daerah', hint: told('published') },
          { value: 'shipped', label: 'Pakai dari rilis', hint: told('shipped') },
        ]}
        error={errorAt(`choices.${row}`)}
      />
    )
  })
}
