import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import { underWayQuery } from './queries.ts'

/** Reports with notes that are still open, or that were returned; nothing where there are none. */
export function OfficeNotes({ office }: { office: string }) {
  const dates = useDates()
  const writes = useMay('submission.write')
  const { data } = useQuery(underWayQuery(office))
  const open = (data ?? []).filter(
    line => line.office.id === office && (line.openNotes > 0 || line.status === 'returned'),
  )
  if (open.length === 0) return null
  return (
    <Part title="Catatan yang belum selesai">
      <ul>
        {open.map(line => {
          const id = line.submission ?? ''
          return (
            <li key={id}>
              <Link to={writes ? paths.form(id) : readingPath(id, line.status)}>{reportName(line)}</Link>{' '}
              <StatusTag status={line.status} /> {count(line.openNotes)} catatan terbuka
              {line.status === 'returned' && line.returnDueAt && `, jawaban ${dates.due(line.returnDueAt)}`}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
