import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { draftFields } from '#administration/draftFields.ts'
import { OfficesField } from '#administration/OfficeField.tsx'
import type { Office } from '#administration/officeChoices.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { reportTypeChoices, useMyTypes } from '#administration/reportTypes.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { FieldGroup } from '#ui/Field.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { type Wave, wavesQuery } from './queries.ts'
import { firstPeriods, quickPicks, type WaveDraft } from './waveDraft.ts'

/** One wave, or a new one (`/gelombang/baru`). */
export function WavePage({ year }: { year: number }) {
  const { id = '' } = useParams()
  const waves = useQuery(wavesQuery)
  const offices = useQuery(officesQuery)
  const failed = waves.error ?? offices.error
  if (failed) return <PageProblem error={failed} onRetry={() => Promise.all([waves.refetch(), offices.refetch()])} />
  if (!waves.data || !offices.data) return <PageSkeleton title="Gelombang" label="Memuat gelombang…" />
  const wave = waves.data.items.find(one => one.id === id)
  if (!wave && id !== 'baru') return <NotFoundPage />
  return <WaveForm year={year} wave={wave ?? null} waves={waves.data.items} offices={offices.data.items} />
}

/** Which offices owe which reports from a period on. `wave` null: a new one. */
function WaveForm({
  year,
  wave,
  waves,
  offices,
}: {
  year: number
  wave: Wave | null
  waves: readonly Wave[]
  offices: readonly Office[]
}) {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const types = useMyTypes()
  const back = paths.admin(`tahun/${year}/gelombang`)
  const [draft, setDraft] = useState<WaveDraft>({
    name: wave?.name ?? '',
    fromPeriod: wave?.fromPeriod ?? `${year}-TW1`,
    offices: wave?.offices.map(office => office.id) ?? [],
    reportTypes: wave?.reportTypes ?? [...types],
  })
  const checked = useContractForm(wave ? 'PUT /waves/:id' : 'POST /waves', {
    body: () => ({ ...draft, name: draft.name.trim() }),
    send: async (body, idempotencyKey) => {
      if (wave) await api('PUT /waves/:id', { params: { id: wave.id }, body })
      else await api('POST /waves', { body, idempotencyKey })
      await invalidate('GET /waves', 'POST /obligations/preview')
      navigate(back, { state: { said: `${body.name} disimpan. Kewajibannya dibuat di langkah Kewajiban.` } })
    },
  })
  const { set, field, text } = draftFields({ draft, onChange: setDraft, errorAt: checked.errorAt })
  const title = wave ? 'Ubah gelombang' : 'Tambah gelombang'
  return (
    <>
      <PageHead
        title={title}
        documentTitle={wave ? `${title} ${wave.name}` : title}
        crumbs={adminCrumbs(
          ['tahun', { label: String(year), to: paths.admin(`tahun/${year}`) }, { label: 'Gelombang', to: back }],
          wave?.name ?? 'Tambah',
        )}
      />
      <PageForm
        of={checked}
        fields={['name', 'fromPeriod', 'offices', 'reportTypes']}
        action="Simpan gelombang"
        back={back}
      >
        <TextField label="Nama gelombang" hint="Misalnya Gelombang 2: semua dinas." maxLength={120} {...text('name')} />
        <SelectField
          label="Mulai periode"
          hint="Laporan tahunan berlaku sejak tahunnya; laporan triwulanan sejak triwulan ini."
          options={firstPeriods(year, wave?.fromPeriod ?? '')}
          {...field('fromPeriod')}
        />
        <CheckboxGroup
          label="Jenis laporan"
          values={draft.reportTypes}
          onChange={types => set({ reportTypes: types as ReportType[] })}
          options={reportTypeChoices.filter(choice => types.includes(choice.value))}
          error={checked.errorAt('reportTypes')}
        />
        <FieldGroup
          label="Tambahkan sekaligus"
          hint="Menambah pilihan di bawah; yang tidak ikut dapat dilepas satu per satu."
        >
          <div className={styles.buttons}>
            {quickPicks(offices, waves, wave?.id ?? '').map(pick => (
              <Button
                key={pick.label}
                small
                icon="plus"
                onClick={() => set({ offices: [...new Set([...draft.offices, ...pick.offices])] })}
              >
                {pick.label} ({count(pick.offices.length)})
              </Button>
            ))}
            {draft.offices.length > 0 && (
              <Button small icon="cross" onClick={() => set({ offices: [] })}>
                Lepas semua
              </Button>
            )}
          </div>
        </FieldGroup>
        <OfficesField
          label="Perangkat daerah"
          hint={
            draft.offices.length > 0
              ? `${count(draft.offices.length)} dipilih. Ketik sebagian namanya untuk menambah.`
              : 'Ketik sebagian namanya, lalu pilih.'
          }
          values={draft.offices}
          onChange={chosen => set({ offices: chosen })}
          error={checked.errorAt('offices')}
        />
      </PageForm>
    </>
  )
}
