import { useQuery } from '@tanstack/react-query'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { useMe } from '#sync/session/me.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import type { FieldProps } from '#ui/Field.tsx'
import { MultiSelect } from '#ui/MultiSelect.tsx'
import { officeChoices } from './officeChoices.ts'

/** One office, found by typing. `without` excludes one: an office is not its own parent. */
export function OfficeField({
  value,
  onChange,
  clearable,
  without,
  ...field
}: FieldProps & { value: string; onChange: (id: string) => void; clearable?: boolean; without?: string }) {
  const offices = useQuery(officesQuery)
  const options = officeChoices(offices.data?.items ?? [], [value]).filter(choice => choice.value !== without)
  return <Combobox {...field} options={options} value={value} onChange={onChange} clearable={clearable} />
}

/** Several offices, found by typing. */
export function OfficesField({
  values,
  onChange,
  ...field
}: FieldProps & { values: readonly string[]; onChange: (ids: string[]) => void }) {
  const offices = useQuery(officesQuery)
  return (
    <MultiSelect
      {...field}
      options={officeChoices(offices.data?.items ?? [], values)}
      values={values}
      onChange={onChange}
    />
  )
}

interface Reach {
  region: boolean
  offices: string[]
}

/** Where something holds: in certain offices, or in the whole region. */
export function ReachFields({
  draft: { region, offices },
  onChange,
  errorAt,
}: {
  draft: Reach
  onChange: (reach: Partial<Reach>) => void
  errorAt: (field: string) => string | undefined
}) {
  const me = useMe()
  return (
    <>
      <RadioGroup
        label="Berlaku di"
        value={region ? 'region' : 'offices'}
        onChange={where => onChange({ region: where === 'region' })}
        options={[
          { value: 'offices', label: 'Perangkat daerah tertentu', hint: 'Dengan semua unit di bawahnya.' },
          { value: 'region', label: `Seluruh ${me.region.name}` },
        ]}
      />
      {!region && (
        <OfficesField
          label="Perangkat daerah"
          hint="Ketik sebagian namanya, lalu pilih. Boleh lebih dari satu."
          values={offices}
          onChange={ids => onChange({ offices: ids })}
          error={errorAt('offices')}
        />
      )}
    </>
  )
}
