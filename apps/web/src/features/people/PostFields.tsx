import type { Role } from '@sepakat/rules/access/roles.ts'
import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import styles from '#administration/Admin.module.css'
import { type DraftProps, draftFields } from '#administration/draftFields.ts'
import { ReachFields } from '#administration/OfficeField.tsx'
import { reportTypeChoices } from '#administration/reportTypes.ts'
import { useMe } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { holdsAll, type PostDraft, withRole } from './postDraft.ts'
import { actingChoices, roleAbouts, roleChoices } from './roleWords.ts'

/** A post: role, report types, offices and dates. `errorAt` names fields as in `post` of the request. */
export function PostFields(props: DraftProps<PostDraft>) {
  const { draft, errorAt } = props
  const { set, text, date } = draftFields(props)
  const me = useMe()
  return (
    <>
      <SelectField
        label="Peran"
        hint={draft.role ? roleAbouts[draft.role] : 'Menentukan apa yang boleh dilakukan di aplikasi ini.'}
        none="Pilih peran"
        value={draft.role}
        onChange={role => role && set(withRole(draft, role as Role))}
        options={roleChoices}
        error={errorAt('role')}
      />
      <TextField
        label="Nama jabatan"
        optional
        hint="Seperti tertulis di surat keputusan, misalnya Kepala Bidang Kesehatan Masyarakat."
        maxLength={160}
        {...text('title')}
      />
      {holdsAll(draft.role) ? (
        <Callout>Pengelola sistem selalu untuk seluruh {me.region.name} dan semua jenis laporan.</Callout>
      ) : (
        <>
          <ReachFields draft={draft} onChange={set} errorAt={errorAt} />
          <RadioGroup
            label="Untuk laporan"
            value={draft.allTypes ? 'all' : 'some'}
            onChange={which => set({ allTypes: which === 'all' })}
            options={[
              { value: 'all', label: 'Semua jenis laporan' },
              { value: 'some', label: 'Hanya jenis tertentu' },
            ]}
          />
          {!draft.allTypes && (
            <CheckboxGroup
              label="Jenis laporan"
              values={draft.reportTypes}
              onChange={types => set({ reportTypes: types as ReportType[] })}
              options={reportTypeChoices}
              error={errorAt('reportTypes')}
            />
          )}
        </>
      )}
      <div className={styles.fields}>
        <DateField label="Mulai tanggal" {...date('from')} />
        <DateField label="Sampai tanggal" optional hint="Kosongkan bila belum ada batasnya." {...date('to')} />
      </div>
      <div className={styles.fields}>
        <SelectField
          label="Kedudukan"
          none="Pejabat definitif"
          value={draft.acting}
          onChange={acting => set({ acting: acting as PostDraft['acting'] })}
          options={actingChoices}
          error={errorAt('acting')}
        />
        {draft.acting && (
          <TextField
            label="Menggantikan"
            optional
            hint="Nama pejabat yang digantikan. Kosongkan bila jabatannya lowong."
            maxLength={160}
            {...text('actingFor')}
          />
        )}
      </div>
    </>
  )
}

/** The fields above, to know which messages are shown at them. */
export const postFields = ['role', 'title', 'reportTypes', 'region', 'offices', 'from', 'to', 'acting', 'actingFor']
