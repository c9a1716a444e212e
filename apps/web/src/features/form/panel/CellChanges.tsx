import type { Cell } from '@sepakat/rules'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'
import { useQuery } from '@tanstack/react-query'
import { cellHistoryQuery } from '#submissions/submissionQueries.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { useForm, useKey, useSubmission } from '../FormContext.ts'
import styles from './RowPanel.module.css'

const ways: Record<string, string> = {
  api: 'lewat aplikasi lain',
  carry: 'dibawa dari periode lalu',
  import: 'dari berkas',
  offline: 'diketik luring',
}
const rowOps: Record<string, string> = { add: 'baris ditambahkan', remove: 'baris dihapus', move: 'baris dipindahkan' }

/** The changes of an answer, or of all in a row, the newest first. */
export default function CellChanges({ at }: { at: string }) {
  const submission = useSubmission()
  const { names } = useForm()
  const dates = useDates()
  const mark = useKey(`cell ${at}`, store => store.mark(at))
  const rev = useKey(`cell ${at}`, store => store.cells.baseOf(at, 'set'))
  const { data, error } = useQuery(cellHistoryQuery(submission.id, at, rev))
  if (error) return <p className={styles.quiet}>{saidOf(error)}</p>
  if (!data) return <p className={styles.quiet}>Memuat riwayat…</p>
  if (data.items.length === 0)
    return <p className={styles.quiet}>{mark === 'saved' ? 'Belum pernah diisi.' : 'Belum tersimpan di server.'}</p>
  return (
    <ol className={styles.list}>
      {[...data.items].reverse().map(({ seq, pointer, op, from, to, by, at: when, via }) => {
        const [, table = '', id = '', field] = pointer.split('/')
        const text = (value: unknown) =>
          short(names().cell(table, id, field ?? '', value as Cell | null) || emptyWords(field ?? ''))
        const what = field === undefined ? (rowOps[op] ?? op) : `${text(from)} → ${text(to)}`
        return (
          <li key={seq}>
            <p>
              <strong>{by.name}</strong> <span className={styles.quiet}>{dates.short(when)}</span>
            </p>
            <p>
              {field !== undefined && pointer !== at && `${names().fieldLabel(table, id, field)}: `}
              {what}
              {ways[via] && <span className={styles.quiet}> ({ways[via]})</span>}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
