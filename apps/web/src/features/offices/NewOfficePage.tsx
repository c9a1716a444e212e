import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { kindChoices, type OfficeKind } from '#administration/officeWords.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Callout } from '#ui/Callout.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { SpanFields, spanFields } from './SpanFields.tsx'
import { spanBody, spanUnread } from './spanDraft.ts'

/** Below the office in `?induk=`, if given. */
export function NewOfficePage() {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const parent = useSearchParams()[0].get('induk') ?? ''
  const [span, setSpan] = useState({
    name: '',
    shortName: '',
    parent,
    urusan: '',
    from: useDates().today() as string | null,
  })
  const [kind, setKind] = useState<OfficeKind | ''>('')
  const [code, setCode] = useState('')
  const [note, setNote] = useState('')
  const checked = useContractForm('POST /offices', {
    body: () => ({ ...spanBody(span), kind: kind as OfficeKind, code: code.trim() || null, note: note.trim() }),
    unread: () => spanUnread(span),
    send: async (body, idempotencyKey) => {
      const { id, name } = await api('POST /offices', { body, idempotencyKey })
      await invalidate('GET /offices')
      navigate(paths.admin(`perangkat-daerah/${id}`), { state: { said: `${name} sudah ditambahkan.` } })
    },
  })
  return (
    <>
      <PageHead
        title="Tambah perangkat daerah"
        crumbs={adminCrumbs(['perangkat-daerah'], 'Tambah')}
        intro="Juga untuk unit di bawahnya: bagian, bidang, UPTD, puskesmas, kelurahan. Bila hanya berganti nama, jangan tambah yang baru; buka perangkat daerahnya dan ganti namanya."
      />
      <PageForm
        of={checked}
        fields={['kind', 'code', 'note', ...spanFields]}
        problem={hasCode(checked.failed, 'exists') ? null : undefined}
        action="Tambah perangkat daerah"
        back={paths.admin(parent ? `perangkat-daerah/${parent}` : 'perangkat-daerah')}
      >
        <SelectField
          label="Jenis"
          none="Pilih jenis"
          value={kind}
          onChange={value => setKind(value as OfficeKind | '')}
          options={kindChoices}
          error={checked.errorAt('kind')}
        />
        <SpanFields draft={span} onChange={setSpan} errorAt={checked.errorAt} />
        <TextField
          label="Kode"
          optional
          hint="Singkatan tetap untuk berkas dan aplikasi lain, misalnya dinkes. Tidak boleh sama dengan yang lain."
          value={code}
          maxLength={40}
          onChange={event => setCode(event.target.value)}
          error={
            checked.errorAt('code') ??
            (hasCode(checked.failed, 'exists') ? 'Kode ini sudah dipakai. Tulis kode lain.' : undefined)
          }
        />
        <TextArea
          label="Catatan"
          optional
          hint="Misalnya dasar pembentukannya."
          value={note}
          maxLength={400}
          onChange={event => setNote(event.target.value)}
          error={checked.errorAt('note')}
        />
        <Callout>
          Setelah ditambahkan, tetapkan tugasnya di Tahun pelaporan: penugasan dan gelombang. Tanpa itu belum ada
          kewajiban lapor.
        </Callout>
      </PageForm>
    </>
  )
}
