import type { Role } from '@sepakat/rules/access/roles.ts'
import type { ReportType } from '@sepakat/rules/types.ts'
import { useMe } from '../../../lib/me.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/ChoiceGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../Admin.module.css'
import { OfficesField } from '../OfficeField.tsx'
import { reportTypeChoices } from '../reportTypes.ts'
import { holdsAll, type PostDraft, withRole } from './postDraft.ts'
import { actingChoices, roleAbouts, roleChoices } from './roleWords.ts'

/** Everything of a post: what one may do, for which reports, where, and how long. `errorAt` names fields as `post` sends them. */
export function PostFields({
  post,
  onChange,
  errorAt,
}: {
  post: PostDraft
  onChange: (post: PostDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const me = useMe()
  const set = (more: Partial<PostDraft>) => onChange({ ...post, ...more })
  return (
    <>
      <SelectField
        label="Peran"
        hint={post.role ? roleAbouts[post.role] : 'Menentukan apa yang boleh dilakukan di aplikasi ini.'}
        none="Pilih peran"
        value={post.role}
        onChange={role => role && onChange(withRole(post, role as Role))}
        options={roleChoices}
        error={errorAt('role')}
      />
      <TextField
        label="Nama jabatan"
        optional
        hint="Seperti tertulis di surat keputusan, misalnya Kepala Bidang Kesehatan Masyarakat."
        value={post.title}
        maxLength={160}
        onChange={event => set({ title: event.target.value })}
        error={errorAt('title')}
      />
      {holdsAll(post.role) ? (
        <Callout>Pengelola sistem selalu untuk seluruh {me.region.name} dan semua jenis laporan.</Callout>
      ) : (
        <>
          <RadioGroup
            label="Berlaku di"
            value={post.region ? 'region' : 'offices'}
            onChange={where => set({ region: where === 'region' })}
            options={[
              { value: 'offices', label: 'Perangkat daerah tertentu', hint: 'Dengan semua unit di bawahnya.' },
              { value: 'region', label: `Seluruh ${me.region.name}` },
            ]}
          />
          {!post.region && (
            <OfficesField
              label="Perangkat daerah"
              hint="Ketik sebagian namanya, lalu pilih. Boleh lebih dari satu."
              values={post.offices}
              onChange={offices => set({ offices })}
              error={errorAt('offices')}
            />
          )}
          <RadioGroup
            label="Untuk laporan"
            value={post.allTypes ? 'all' : 'some'}
            onChange={which => set({ allTypes: which === 'all' })}
            options={[
              { value: 'all', label: 'Semua jenis laporan' },
              { value: 'some', label: 'Hanya jenis tertentu' },
            ]}
          />
          {!post.allTypes && (
            <CheckboxGroup
              label="Jenis laporan"
              inline
              values={post.reportTypes}
              onChange={types => set({ reportTypes: types as ReportType[] })}
              options={reportTypeChoices}
              error={errorAt('reportTypes')}
            />
          )}
        </>
      )}
      <div className={styles.fields}>
        <DateField
          label="Mulai tanggal"
          value={post.from ?? ''}
          onChange={from => set({ from })}
          error={errorAt('from')}
        />
        <DateField
          label="Sampai tanggal"
          optional
          hint="Kosongkan bila belum ada batasnya."
          value={post.to ?? ''}
          onChange={to => set({ to })}
          error={errorAt('to')}
        />
      </div>
      <div className={styles.fields}>
        <SelectField
          label="Kedudukan"
          none="Pejabat definitif"
          value={post.acting}
          onChange={acting => set({ acting: acting as PostDraft['acting'] })}
          options={actingChoices}
          error={errorAt('acting')}
        />
        {post.acting && (
          <TextField
            label="Menggantikan"
            optional
            hint="Nama pejabat yang digantikan. Kosongkan bila jabatannya lowong."
            value={post.actingFor}
            maxLength={160}
            onChange={event => set({ actingFor: event.target.value })}
            error={errorAt('actingFor')}
          />
        )}
      </div>
    </>
  )
}

/** The fields above, for saying which messages stand beside them. */
export const postFields = ['role', 'title', 'reportTypes', 'region', 'offices', 'from', 'to', 'acting', 'actingFor']
