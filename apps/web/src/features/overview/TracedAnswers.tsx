import { Link } from 'react-router'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'

type Trace = ResponseOf<'GET /figures/trace'>
type Answer = Trace['answers'][number]

/** The answers a figure is made of: each leads to its place in the report, and to its evidence. */
export function TracedAnswers({ trace }: { trace: Trace }) {
  if (!trace.seen)
    return (
      <Callout tone="info" title="Isiannya tidak terbuka bagi jabatan Anda">
        Anda membaca angkanya, tetapi tidak isian dan buktinya. Tanyakan kepada perangkat daerahnya.
      </Callout>
    )
  if (trace.answers.length === 0) return <p>Angka ini tidak dihitung dari isian satu per satu.</p>
  return (
    <>
      <Table caption="Isian yang membentuk angka ini" columns={columns} rows={trace.answers} rowKey={({ at }) => at} />
      {trace.more > 0 && (
        <p>
          {count(trace.more)} isian lain tidak didaftar di sini:{' '}
          <Link to={paths.review(trace.submission, { revision: trace.revision })}>buka kirimannya</Link>.
        </p>
      )}
    </>
  )
}

const columns: Column<Answer>[] = [
  { id: 'answer', head: 'Isian', rowHead: true, wide: true, cell: answer => <Place answer={answer} /> },
  {
    id: 'value',
    head: 'Nilai',
    num: true,
    cell: ({ value }) => (value === null ? 'tidak terbuka bagi Anda' : value || 'kosong'),
  },
  { id: 'typed', head: 'Diisi oleh', cell: answer => <Typed answer={answer} /> },
  {
    id: 'checked',
    head: 'Diperiksa oleh',
    cell: ({ checked }) => <Done done={checked} none="tidak ditandai tersendiri" />,
  },
  {
    id: 'evidence',
    head: 'Bukti',
    cell: ({ evidence }) => (evidence.length === 0 ? 'tidak ada bukti' : <EvidenceLinks items={evidence} />),
  },
]

/** The answer in the revision that counted, with its row in view. */
function Place({ answer: { at, label, submission, revision } }: { answer: Answer }) {
  if (submission === null || revision === null) return label
  return <Link to={paths.review(submission, { revision, at: at.slice(at.indexOf('/')) })}>{label}</Link>
}

/** Who typed it, also where it was carried over from an earlier report: who created this one typed none of that. */
function Typed({ answer: { typed, carried } }: { answer: Answer }) {
  if (carried === null) return <Done done={typed} none="–" />
  return (
    <>
      {typed && (
        <>
          <Done done={typed} none="" />
          <br />
        </>
      )}
      <small>dibawa dari {carried}</small>
    </>
  )
}

function Done({ done, none }: { done: Answer['typed']; none: string }) {
  const dates = useDates()
  if (!done) return none
  return (
    <>
      {[done.by.name, done.by.title].filter(Boolean).join(', ')}
      <br />
      <small>{dates.short(done.at)}</small>
    </>
  )
}
