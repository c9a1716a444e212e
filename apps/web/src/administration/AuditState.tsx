import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Part } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'

type State = ResponseOf<'GET /audit'>

const shownFindings = 10
const command = <code>npm run audit:verify</code>
const ask = <>Minta pengelola server menjalankan {command}: hasilnya tampil di sini.</>

/** Whether history is as it was written, and the newest seal. `brief`: the sentence alone, with the way to the rest. */
export function AuditState({ brief }: { brief?: ReactNode }) {
  const state = useQuery(queryOf('GET /audit'))
  return (
    <Part title={brief ? 'Jejak audit' : 'Keadaan rantai peristiwa'}>
      {state.isPending && <SkeletonRows rows={2} label="Memuat keadaan rantai peristiwa…" />}
      {state.isError && <ProblemPanel error={state.error} onRetry={() => state.refetch()} />}
      {state.data && <Verified state={state.data} />}
      {brief}
      {!brief && state.data && <Seal state={state.data} />}
    </Part>
  )
}

function Verified({ state: { run } }: { state: State }) {
  const dates = useDates()
  if (run === null)
    return (
      <Callout tone="warn" title="Belum pernah diperiksa apakah riwayat masih seperti ketika ditulis">
        {ask}
      </Callout>
    )
  const when = `${dates.long(run.at)}${run.seal ? `, sampai segel nomor ${run.seal.n}` : ''}`
  if (!run.well)
    return (
      <Callout tone="wrong" title={`${run.found} hal tidak lagi seperti ketika ditulis, menurut pemeriksaan ${when}`}>
        <ul>
          {run.findings.slice(0, shownFindings).map(({ code, where, message, at }) => (
            <li key={`${code} ${where} ${message}`}>
              {where}: {message}
              {at && ` Terakhir benar ${dates.long(at)}.`}
            </li>
          ))}
        </ul>
        <p>
          {run.found > shownFindings && `Dan ${run.found - shownFindings} lagi. `}
          Jangan mengubah apa pun di server; minta pengelola server menyimpan keluaran {command} dan cadangan terakhir
          sebagai bukti.
        </p>
      </Callout>
    )
  if (!run.recent)
    return (
      <Callout tone="warn" title={`Utuh menurut pemeriksaan ${when}, lebih dari seminggu lalu`}>
        {ask}
      </Callout>
    )
  return (
    <Callout tone="good" title={`Utuh: semuanya seperti ketika ditulis, menurut pemeriksaan ${when}`}>
      {run.anchored
        ? 'Pemeriksaan itu memakai segel yang dicatat di luar sistem.'
        : 'Pemeriksaan itu tidak memakai segel yang dicatat di luar sistem; dengan itu, riwayat yang ditulis ulang seluruhnya pun ketahuan.'}
    </Callout>
  )
}

function Seal({ state: { seal, run } }: { state: State }) {
  const dates = useDates()
  if (seal === null) return <p>Belum ada segel. Segel dibuat setiap menit begitu ada peristiwa.</p>
  const since = seal.n - (run?.seal?.n ?? 0)
  return (
    <Facts
      facts={{
        'Segel terbaru': `nomor ${seal.n}, ${dates.long(seal.at)}`,
        'Sesudah pemeriksaan terakhir': run !== null && (since > 0 ? `${since} segel baru` : 'tidak ada segel baru'),
        'Catat di luar sistem': `${seal.n}:${seal.hash}`,
      }}
    />
  )
}
