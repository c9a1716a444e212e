import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { OfficesField } from '#administration/OfficeField.tsx'
import type { Office } from '#administration/officeChoices.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { waits, waitsSentence } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Callout } from '#ui/Callout.tsx'
import { DateField } from '#ui/DateField.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { pageOfOffice } from './OfficePage.tsx'
import { type OfficeFull, reorganisePreviewQuery, type Wish } from './queries.ts'
import { ReorganiseTables } from './ReorganiseTables.tsx'
import { kindWords, type ReorganisePreview } from './reorganiseWords.ts'

export const ReorganisePage = pageOfOffice('Gabung atau pecah', Reorganise)

function Reorganise({ office, offices }: { office: OfficeFull; offices: readonly Office[] }) {
  const client = useQueryClient()
  const back = paths.admin(`perangkat-daerah/${office.id}`)
  const [successors, setSuccessors] = useState<string[]>([])
  const [date, setDate] = useState<string | null>('')
  // screen and confirmation show the same request: the answer to an earlier one is not shown
  const [wish, setWish] = useState<Wish | null>(null)
  const latest = useRef({})
  const renew = () => {
    latest.current = {}
    setWish(null)
  }
  const asking = useContractForm('POST /offices/:id/reorganisation', {
    body: () => ({ successors, date: date ?? '' }),
    unread: () => ({ date: date ? undefined : 'Tulis tanggal mulai berlakunya, seperti 01-01-2027.' }),
    send: async body => {
      const asked = latest.current
      const next = { ...body, choices: {} }
      await client.fetchQuery(reorganisePreviewQuery(office.id, next))
      if (latest.current === asked) setWish(next)
    },
  })
  const names = new Map(offices.map(one => [one.id, one.name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return (
    <>
      <PageHead
        title="Gabung atau pecah"
        documentTitle={`Gabung atau pecah ${office.name}`}
        crumbs={adminCrumbs(['perangkat-daerah', { label: office.name, to: back }], 'Gabung atau pecah')}
        intro={`Satu penerus berarti ${office.name} digabung; beberapa berarti dipecah. Bila ${office.name} sendiri tetap ada, pilih juga ia sebagai penerus. Yang sudah dikirim atau disetujui tetap atas nama ${office.name}.`}
      />
      <Parts>
        <PageForm
          of={asking}
          fields={['successors', 'date']}
          action="Tampilkan pratinjau"
          busy="Menghitung…"
          kind={wish ? 'secondary' : 'primary'}
          back={back}
        >
          <OfficesField
            label="Penerus"
            hint="Yang tidak dipilihkan tersendiri pindah ke penerus pertama. Perangkat daerah baru ditambahkan dahulu."
            values={successors}
            onChange={ids => {
              setSuccessors(ids)
              renew()
            }}
            error={asking.errorAt('successors')}
          />
          <DateField
            label="Mulai berlaku"
            value={date ?? ''}
            onChange={day => {
              setDate(day)
              renew()
            }}
            error={asking.errorAt('date')}
          />
        </PageForm>
        {wish && <Preview office={office} nameOf={nameOf} wish={wish} onWish={setWish} />}
      </Parts>
    </>
  )
}

interface PreviewProps {
  office: OfficeFull
  nameOf: (id: string) => string
  wish: Wish
  onWish: (next: (wish: Wish | null) => Wish | null) => void
}

function Preview({ office, nameOf, wish, onWish }: PreviewProps) {
  const dates = useDates()
  const asked = useQuery({ ...reorganisePreviewQuery(office.id, wish), placeholderData: last => last })
  const choose = (choice: string, to: string) =>
    onWish(now => now && { ...now, choices: { ...now.choices, [choice]: to } })
  if (asked.isError) return <ProblemPanel error={asked.error} onRetry={() => asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={3} label="Menghitung pratinjau…" />
  const preview = asked.data
  return (
    <>
      <Callout title={`Pratinjau ${kindWords(wish.successors.length)}, ${dates.longDay(wish.date)}`}>
        {preview.ends
          ? `${office.name} tidak ada lagi sejak tanggal itu. Orang dan kunci tetap dapat membaca dan menyelesaikan yang tetap atas namanya.`
          : `${office.name} tetap ada dan memegang yang tidak dipindahkan.`}{' '}
        Dihitung lagi pada tanggalnya dari keadaan saat itu.
      </Callout>
      <ReorganiseTables
        preview={preview}
        chosen={wish.choices}
        successors={wish.successors.map(value => ({ value, label: nameOf(value) }))}
        onChoose={choose}
      />
      {asked.isPlaceholderData ? (
        <SkeletonRows rows={1} label="Menghitung pratinjau…" />
      ) : (
        <Confirm office={office} wish={wish} preview={preview} />
      )}
    </>
  )
}

function Confirm({ office, wish, preview }: { office: OfficeFull; wish: Wish; preview: ReorganisePreview }) {
  const invalidate = useInvalidate()
  const navigate = useNavigate()
  const dates = useDates()
  const kind = kindWords(wish.successors.length)
  const checked = useContractForm('POST /offices/:id/reorganisation', {
    body: () => wish,
    send: async (body, idempotencyKey) => {
      const params = { id: office.id }
      const made = await api('POST /offices/:id/reorganisation', { params, body, idempotencyKey })
      await invalidate('GET /offices', 'GET /offices/:id', 'GET /offices/:id/reorganisation', 'GET /secondings')
      const said = waits(made)
        ? waitsSentence(`${kind} ${office.name}`)
        : made.status === 'done'
          ? `${office.name}: ${kind} sudah dijalankan.`
          : `${office.name}: ${kind} dijalankan pada ${dates.longDay(made.date)}. Sampai saat itu dapat dibatalkan.`
      navigate(paths.admin(`perangkat-daerah/${office.id}`), { state: { said } })
    },
  })
  return (
    <PageForm
      of={checked}
      fields={[]}
      action={preview.atOnce ? `Jalankan ${kind} sekarang` : `Jadwalkan ${kind}`}
      kind={preview.atOnce ? 'danger' : 'primary'}
    >
      {preview.atOnce && (
        <Callout tone="warn" title="Tanggalnya sudah tiba">
          Semua di atas langsung dijalankan dan tidak dapat dibatalkan.
        </Callout>
      )}
    </PageForm>
  )
}
