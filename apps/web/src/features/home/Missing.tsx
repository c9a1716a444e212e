import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useDates } from '../../lib/me.tsx'
import { count } from '../../lib/numbers.ts'
import { saidOf } from '../../lib/ProblemError.ts'
import { paths } from '../../lib/paths.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SkeletonLine } from '../../ui/Skeleton.tsx'
import styles from './Home.module.css'
import { Part } from './Part.tsx'
import { assignmentsQuery, neverSignedInQuery, plannedQuery } from './queries.ts'

/** What an admin or coordinator still has to set right before everyone can report. */
export function Missing({ plans, manages }: { plans: boolean; manages: boolean }) {
  const year = useDates().year()
  const tahun = String(year)
  const unowned = useQuery({ ...assignmentsQuery(year, 'unowned'), enabled: plans })
  const double = useQuery({ ...assignmentsQuery(year, 'double'), enabled: plans })
  const planned = useQuery({ ...plannedQuery(year), enabled: plans })
  const people = useQuery({ ...neverSignedInQuery, enabled: manages })
  return (
    <Part title={`Yang belum beres untuk tahun ${year}`}>
      <ul className={styles.issues}>
        {plans && (
          <>
            <Issue
              query={unowned}
              number={page => [page.items.length, page.next !== null]}
              fine="Semua baris katalog sudah ada pengampunya"
              open={n => `${n} baris katalog belum ada pengampunya`}
              to={paths.admin('penugasan', { tahun, keadaan: 'unowned' })}
              action="Tetapkan pengampu"
            />
            <Issue
              query={double}
              number={page => [page.items.length, page.next !== null]}
              fine="Tidak ada baris katalog yang berpengampu dua"
              open={n => `${n} baris katalog berpengampu dua`}
              to={paths.admin('penugasan', { tahun, keadaan: 'double' })}
              action="Pilih satu"
            />
            <Issue
              query={planned}
              number={preview => [preview.added, false]}
              fine="Semua kewajiban lapor sudah dibuat"
              open={n => `${n} kewajiban lapor belum dibuat`}
              to={paths.admin('kewajiban', { tahun })}
              action="Lihat dan buat"
            />
          </>
        )}
        {manages && (
          <Issue
            query={people}
            number={({ found, more }) => [found, more]}
            fine="Semua orang sudah pernah masuk"
            open={n => `${n} orang belum pernah masuk`}
            to={paths.admin('orang')}
            action="Beri kode masuk"
          />
        )}
      </ul>
    </Part>
  )
}

interface IssueProps<T> {
  query: UseQueryResult<T>
  /** How many, and whether there are more than were counted. */
  number: (data: T) => [n: number, more: boolean]
  fine: string
  open: (n: string) => string
  to: string
  action: string
}

function Issue<T>({ query, number, fine, open, to, action }: IssueProps<T>) {
  if (query.isPending)
    return (
      <li aria-hidden="true">
        <SkeletonLine width="60%" />
      </li>
    )
  if (query.isError) return <li>{saidOf(query.error)}</li>
  const [n, more] = number(query.data)
  return (
    <li>
      <span className={cx(styles.issue, n > 0 ? styles.open : styles.fine)}>
        <Icon name={n > 0 ? 'alert' : 'check-circle'} />
        {n > 0 ? open(`${more ? 'lebih dari ' : ''}${count(n)}`) : fine}
      </span>
      {n > 0 && (
        <LinkButton to={to} small>
          {action}
        </LinkButton>
      )}
    </li>
  )
}
