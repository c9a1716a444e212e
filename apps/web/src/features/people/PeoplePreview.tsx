import type { ResponseOf } from '#sync/apiTypes.ts'
import { Table } from '#ui/Table.tsx'
import { Tag, type TagTone } from '#ui/Tag.tsx'

export type JudgedPerson = ResponseOf<'POST /people/import/preview'>['lines'][number]

const looks: Record<JudgedPerson['result'], [string, TagTone]> = {
  new: ['ditambahkan', 'good'],
  there: ['sudah ada', 'neutral'],
  wrong: ['dilewati', 'wrong'],
}

/** What becomes of each row, or of those that were left out, by their row number in the spreadsheet. */
export function PeoplePreview({ lines, leftOut }: { lines: readonly JudgedPerson[]; leftOut?: boolean }) {
  const rows = lines.map((line, at) => ({ ...line, at })).filter(({ result }) => !leftOut || result !== 'new')
  return (
    <Table
      caption="Orang pada lembar Excel"
      rows={rows}
      rowKey={({ at }) => String(at)}
      columns={[
        { id: 'at', head: 'Baris ke', num: true, cell: ({ at }) => at + 1 },
        { id: 'name', head: 'Nama', rowHead: true, cell: ({ name }) => name },
        { id: 'sign-in', head: 'Nama masuk', cell: ({ signInName }) => signInName },
        { id: 'post', head: 'Jabatan', cell: ({ post }) => post },
        {
          id: 'result',
          head: 'Yang terjadi',
          cell: ({ result, fault }) => (
            <>
              <Tag tone={looks[result][1]}>{looks[result][0]}</Tag> {fault}
            </>
          ),
        },
      ]}
    />
  )
}
