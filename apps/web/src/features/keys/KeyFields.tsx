import { scopeLabels } from '@sepakat/rules/access/permissions.ts'
import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import styles from '#administration/Admin.module.css'
import { type DraftProps, draftFields } from '#administration/draftFields.ts'
import { ReachFields } from '#administration/OfficeField.tsx'
import { reportTypeChoices } from '#administration/reportTypes.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { Combobox } from '#ui/Combobox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FieldGroup } from '#ui/Field.tsx'
import { TextField } from '#ui/TextField.tsx'
import keyStyles from './KeyFields.module.css'
import type { KeyDraft } from './keyDraft.ts'
import { ownersQuery } from './queries.ts'
import { scopeGroups } from './scopeGroups.ts'

export const keyFields = ['name', 'owner', 'scopes', 'reportTypes', 'region', 'offices', 'expires']

export function KeyFields(props: DraftProps<KeyDraft>) {
  const { draft, errorAt } = props
  const { set, field, text, date } = draftFields(props)
  const owners = useQuery(ownersQuery)
  const toggle = (scope: string, on: boolean) =>
    set({ scopes: on ? [...draft.scopes, scope] : draft.scopes.filter(one => one !== scope) })
  return (
    <>
      <TextField
        label="Nama aplikasi"
        hint="Dicetak di riwayat sebagai pelakunya, misalnya e-Puskesmas."
        maxLength={120}
        {...text('name')}
      />
      <Combobox
        label="Penanggung jawab"
        hint="Yang jabatannya memberi semua wewenang kunci ini. Ketik sebagian namanya, lalu pilih."
        options={owners.data ?? []}
        {...field('owner')}
      />
      <FieldGroup label="Boleh apa" error={errorAt('scopes')}>
        <div className={keyStyles.scopes}>
          {scopeGroups.map(group => (
            <div key={group.title}>
              <p className={styles.note}>{group.title}</p>
              {group.scopes.map(({ scope, about }) => (
                <Checkbox
                  key={scope}
                  label={scopeLabels[scope]}
                  hint={about}
                  checked={draft.scopes.includes(scope)}
                  onChange={event => toggle(scope, event.target.checked)}
                />
              ))}
            </div>
          ))}
        </div>
      </FieldGroup>
      <CheckboxGroup
        label="Jenis laporan"
        values={draft.reportTypes}
        onChange={types => set({ reportTypes: types as ReportType[] })}
        options={reportTypeChoices}
        error={errorAt('reportTypes')}
      />
      <ReachFields draft={draft} onChange={set} errorAt={errorAt} />
      <DateField label="Berlaku sampai" {...date('expires')} />
    </>
  )
}
