import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { shownFigure, whyWords } from '@sepakat/rules/words/figureText.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { Derivation } from '#submissions/Derivation.tsx'
import { FigureLink } from '#submissions/FigureLink.tsx'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { Facts } from '#ui/Facts.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { type FigurePlace, paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { Questions } from './Questions.tsx'
import { traceQuery } from './queries.ts'
import styles from './Recap.module.css'
import { TracedAnswers } from './TracedAnswers.tsx'
import { UncountedFigure } from './UncountedFigure.tsx'

type Trace = ResponseOf<'GET /figures/trace'>

/** One figure of an office: how it was computed, from which answers, by whom, on what evidence, and what it was a year before. */
export default function FigurePage() {
  const { values } = useUrlFilters(['opd', 'formulir', 'periode', 'kode', 'baris'] as const)
  const place: FigurePlace = {
    office: values.opd,
    form: values.formulir,
    period: values.periode,
    code: values.kode,
    row: values.baris,
  }
  const trace = useQuery(traceQuery(place))
  useEscape()
  if (trace.isError) return <UncountedFigure place={place} error={trace.error} onRetry={() => trace.refetch()} />
  if (trace.isPending)
    return (
      <>
        <PageHead title="Asal angka" />
        <SkeletonRows rows={8} label="Memuat asal angka…" />
      </>
    )
  return <Traced trace={trace.data} place={place} />
}

function Traced({ trace, place }: { trace: Trace; place: FigurePlace }) {
  const { figure, names, office, previous } = trace
  const about = [trace.rowLabel, periodTitle(trace.period)].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead
        title={trace.label}
        crumbs={[{ label: 'Ringkasan', to: paths.recap(trace) }]}
        intro={
          <>
            <OfficeLink office={office} /> · {about}
          </>
        }
      />
      <Parts>
        <div className={styles.recap}>
          <p className={styles.head}>
            <strong className={styles.traced}>
              {figure.value === null ? whyWords(figure.why) : shownFigure(figure)}
            </strong>
            <FigureStatus of={trace.standing} />
            {figure.band && <strong className={styles.band}>{figure.band.label}</strong>}
          </p>
          <Facts facts={{ 'Tahun lalu': <Before previous={previous} place={place} /> }} />
        </div>
        <Part title="Cara menghitung">
          <Derivation
            figure={figure as Parameters<typeof Derivation>[0]['figure']}
            names={{
              input: at => names[at] ?? at,
              rowById: () => undefined,
              why: ({ why }) => whyWords(why),
              linkTo: at => figureLink(at, trace, place),
            }}
          />
        </Part>
        <Part title="Isian dan buktinya">
          <TracedAnswers trace={trace} />
        </Part>
        <Part title="Yang mengirim dan menyetujui">
          <Steps trace={trace} />
        </Part>
        <Questions place={place} ask={trace} />
      </Parts>
    </>
  )
}

/** Escape leads back to the number that was pressed, unless something on the page uses it. */
function useEscape(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (event.key !== 'Escape' || event.defaultPrevented || typing || document.querySelector('dialog[open]')) return
      if (history.length > 1) navigate(-1)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])
}

/** An input that is a figure itself, of the same report or told by another one, is traced on its own page. */
function figureLink(at: string, { told }: Trace, place: FigurePlace) {
  const [, code = '', row = ''] = /^figure:([^/]*)\/(.*)$/.exec(at) ?? []
  const to = told[at] ?? (code === '' ? null : { ...place, code, row })
  return to && { to: paths.figure(to) }
}

function Before({ previous, place }: Pick<Trace, 'previous'> & { place: FigurePlace }) {
  if (!previous) return 'Tidak ada angka yang sama setahun sebelumnya.'
  const { figure, period, otherRules } = previous
  return (
    <>
      {figure.value === null ? whyWords(figure.why) : shownFigure(figure)} ({periodTitle(period)}
      {otherRules && '; dihitung dengan aturan lain, jadi tidak untuk dibandingkan'}){' '}
      <FigureStatus of={previous.standing} />{' '}
      <FigureLink place={{ ...place, period }}>Asal angka tahun lalu</FigureLink>
    </>
  )
}

function Steps({ trace }: { trace: Trace }) {
  const dates = useDates()
  const said = (done: Trace['approved']) =>
    done && `${[done.by.name, done.by.title].filter(Boolean).join(', ')}, ${dates.long(done.at)}`
  return (
    <>
      <Facts
        facts={{
          'Dikirim oleh': said(trace.submitted),
          'Ditandatangani oleh': said(trace.signed),
          'Disetujui oleh': said(trace.approved) ?? 'Belum disetujui',
        }}
      />
      {trace.evidence.length > 0 && <EvidenceLinks items={trace.evidence} />}
    </>
  )
}
