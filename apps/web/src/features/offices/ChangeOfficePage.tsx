import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { waits, waitsSentence } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { type OfficeFull, officeQuery } from './queries.ts'
import { SpanFields, spanFields } from './SpanFields.tsx'
import { spanBody, spanUnread } from './spanDraft.ts'

export function ChangeOfficePage() {
  const { id = '' } = useParams()
  const office = useQuery(officeQuery(id))
  if (office.isError) return <PageProblem error={office.error} onRetry={() => office.refetch()} />
  if (office.isPending) return <PageSkeleton title="Ganti nama, induk, atau urusan" label="Memuat perangkat daerah…" />
  return <ChangeOffice office={office.data} />
}

function ChangeOffice({ office }: { office: OfficeFull }) {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const dates = useDates()
  const back = paths.admin(`perangkat-daerah/${office.id}`)
  const [span, setSpan] = useState({
    name: office.name,
    shortName: office.shortName,
    parent: office.parent ?? '',
    urusan: office.urusan.join(', '),
    from: dates.today() as string | null,
  })
  const checked = useContractForm('POST /offices/:id/spans', {
    body: () => spanBody(span),
    unread: () => spanUnread(span),
    send: async body => {
      const changed = await api('POST /offices/:id/spans', { params: { id: office.id }, body })
      await invalidate('GET /offices', 'GET /offices/:id', 'GET /secondings')
      const said = waits(changed)
        ? waitsSentence('perubahan ini')
        : `Perubahan disimpan, berlaku mulai ${dates.longDay(body.from)}.`
      navigate(back, { state: { said } })
    },
  })
  return (
    <>
      <PageHead
        title="Ganti nama, induk, atau urusan"
        documentTitle={`Ganti nama, induk, atau urusan ${office.name}`}
        crumbs={adminCrumbs(['perangkat-daerah', { label: office.name, to: back }], 'Ganti')}
        intro={`Yang sekarang tetap berlaku sampai sehari sebelum tanggal mulai: laporan periode lama tetap mencetak ${office.name}. Tanggal mulai yang sama dengan yang sudah ada memperbaiki yang itu.`}
      />
      <PageForm of={checked} fields={spanFields} action="Simpan perubahan" back={back}>
        <SpanFields draft={span} onChange={setSpan} errorAt={checked.errorAt} self={office.id} />
      </PageForm>
    </>
  )
}
