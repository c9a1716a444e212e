import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { missingPeriods } from '#submissions/missingPeriods.ts'
import { formsQuery, periodsQuery } from '#submissions/sharedQueries.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useMe } from '#sync/session/me.tsx'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonLine } from '#ui/Skeleton.tsx'
import styles from './Home.module.css'
import { assignmentsQuery, neverSignedInQuery, plannedQuery } from './queries.ts'

/** What must be set up before every office can report for a year. */
export function MissingPlan({ year }: { year: number }) {
  const forms = useQuery(formsQuery)
  const periods = useQuery({ ...periodsQuery(year), enabled: !forms.isPending })
  const types = useMe().post?.reportTypes ?? []
  const own = forms.data?.items.filter(one => types.length === 0 || types.some(type => one.form.startsWith(`${type}/`)))
  const noPeriods = periods.data?.items.length === 0
  const unowned = useQuery(assignmentsQuery(year, 'unowned'))
  const double = useQuery(assignmentsQuery(year, 'double'))
  const planned = useQuery(plannedQuery(year))
  const step = (name: string, filters?: Record<string, string>) => paths.admin(`tahun/${year}/${name}`, filters)
  return (
    <Part title={`Persiapan tahun ${year}`}>
      <ul className={styles.issues}>
        <Issue
          query={periods}
          open={({ items }) => {
            const missing = missingPeriods(own ?? [], items, year).length
            if (items.length === 0) return `Periode lapor tahun ${year} belum dibuat`
            return missing > 0 && `${count(missing)} periode lapor belum dibuat`
          }}
          fine="Periode lapor sudah dibuat"
          to={step('periode')}
          action="Buat periode"
        />
        <Issue
          query={unowned}
          open={page => some(page) && `${some(page)} baris katalog belum ada pengampunya`}
          fine="Semua baris katalog sudah ada pengampunya"
          to={step('penugasan', { keadaan: 'unowned' })}
          action="Tetapkan pengampu"
        />
        <Issue
          query={double}
          open={page => some(page) && `${some(page)} baris katalog berpengampu dua`}
          fine="Tidak ada baris katalog yang berpengampu dua"
          to={step('penugasan', { keadaan: 'double' })}
          action="Pilih satu"
        />
        {/* without periods nothing is owed, so that no office would be missing */}
        {!noPeriods && (
          <>
            <Issue
              query={planned}
              open={({ outside }) =>
                outside.length > 0 && `${count(outside.length)} perangkat daerah belum masuk gelombang`
              }
              fine="Semua perangkat daerah yang wajib melapor sudah masuk gelombang"
              to={step('gelombang')}
              action="Lihat gelombang"
            />
            <Issue
              query={planned}
              open={({ added, existing }) =>
                added > 0
                  ? `${count(added)} kewajiban lapor belum dibuat`
                  : existing === 0 && 'Belum ada kewajiban lapor'
              }
              fine="Semua kewajiban lapor dari gelombang yang ada sudah dibuat"
              to={step('kewajiban')}
              action="Lihat dan buat"
            />
          </>
        )}
      </ul>
    </Part>
  )
}

/** People who cannot sign in yet because they have no code. */
export function MissingPeople() {
  const people = useQuery(neverSignedInQuery)
  return (
    <Part title="Orang">
      <ul className={styles.issues}>
        <Issue
          query={people}
          open={page => some(page) && `${some(page)} orang belum pernah masuk`}
          fine="Semua orang sudah pernah masuk"
          to={paths.admin('orang', { keadaan: 'belum-masuk' })}
          action="Beri kode masuk"
        />
      </ul>
    </Part>
  )
}

/** The count on a page, with a mark when there are more; '' for none. */
const some = ({ items, next }: { items: unknown[]; next: string | null }): string =>
  items.length === 0 ? '' : `${next ? 'lebih dari ' : ''}${count(items.length)}`

interface IssueProps<T> {
  query: UseQueryResult<T>
  /** What is still open, in a sentence; falsy when nothing is. */
  open: (data: T) => string | false
  fine: string
  to: string
  action: string
}

function Issue<T>({ query, open, fine, to, action }: IssueProps<T>) {
  if (query.isPending)
    return (
      <li aria-hidden="true">
        <SkeletonLine width="60%" />
      </li>
    )
  if (query.isError) return <li>{saidOf(query.error)}</li>
  const said = open(query.data)
  return (
    <li>
      <span className={cx(styles.issue, said ? styles.open : styles.fine)}>
        <Icon name={said ? 'alert' : 'check-circle'} />
        {said || fine}
      </span>
      {said && (
        <LinkButton to={to} small>
          {action}
        </LinkButton>
      )}
    </li>
  )
}

/** The years to prepare on a day: its own, and from October the next, which must be ready before it starts. */
export function yearsToPlan(today: string): number[] {
  const year = Number(today.slice(0, 4))
  return today.slice(5, 7) >= '10' ? [year, year + 1] : [year]
}
