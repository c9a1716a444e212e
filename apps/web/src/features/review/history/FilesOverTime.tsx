import { useDates } from '#sync/session/me.tsx'
import { addressOf } from '#sync/transport/api.ts'
import { sizeWords } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { Attachment } from '../ReviewContext.ts'
import type { Known } from './timelineOf.ts'

/** Every file ever attached, the newest first; replaced or removed ones stay where a revision names them. */
export function FilesOverTime({
  submission,
  files,
  known,
}: {
  submission: string
  files: readonly Attachment[]
  known: Known
}) {
  const dates = useDates()
  if (files.length === 0) return null
  const replaced = new Set(files.flatMap(file => file.replaces ?? []))
  const standing = (file: Attachment) => {
    if (file.removed) return <Tag icon="minus">dilepaskan</Tag>
    if (replaced.has(file.id)) return <Tag icon="return">diganti</Tag>
    return (
      <Tag tone="good" icon="check">
        berlaku
      </Tag>
    )
  }
  return (
    <Part title="Bukti dari waktu ke waktu">
      <Table
        caption="Bukti"
        rows={[...files].sort((a, b) => (a.at < b.at ? 1 : -1))}
        rowKey={file => file.id}
        columns={[
          {
            id: 'title',
            head: 'Berkas',
            rowHead: true,
            cell: file => (
              <>
                <a
                  href={addressOf('GET /submissions/:id/attachments/:attachment/content', {
                    params: { id: submission, attachment: file.id },
                  })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {file.title}
                </a>
                <br />
                <small>
                  {[file.number && `No. ${file.number}`, file.date && dates.shortDay(file.date), sizeWords(file.bytes)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </>
            ),
          },
          { id: 'place', head: 'Membuktikan', cell: file => known.place(file.anchor) },
          { id: 'state', head: 'Keadaan', cardHead: '', cell: standing },
          {
            id: 'at',
            head: 'Dilampirkan',
            cell: file => (
              <>
                {dates.short(file.at)}
                <br />
                <small>{file.by.name}</small>
              </>
            ),
          },
        ]}
      />
    </Part>
  )
}
