import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useCopy } from '#ui/useCopy.ts'
import styles from './Editions.module.css'
import { editionQuery, pasteQuery } from './queries.ts'

type Field = ResponseOf<'GET /editions/:id/paste'>['screens'][number]['fields'][number]

const isDone = ({ carried, value }: Field): boolean => carried?.value === value

/** Values in the order of the ministry's screens, each to be copied and ticked. */
export function EditionPastePage() {
  const { id = '' } = useParams()
  const edition = useQuery(editionQuery(id))
  const paste = useQuery(pasteQuery(id))
  const ticks = useMay('edition.manage')
  const invalidate = useInvalidate()
  const mark = useMutation({
    mutationFn: ({ field, value }: { field: string; value: string | null }) =>
      api('PUT /editions/:id/paste/:field', { params: { id, field }, body: { value } }),
    onSettled: () => invalidate('GET /editions/:id/paste'),
  })
  if (edition.isError || paste.isError)
    return (
      <PageProblem
        error={edition.error ?? paste.error}
        onRetry={() => Promise.all([edition.refetch(), paste.refetch()])}
      />
    )
  if (edition.isPending || paste.isPending) return <PageSkeleton title="Lembar salin" label="Memuat lembar salin…" />
  const { name } = edition.data
  const { application, screens } = paste.data
  const all = screens.flatMap(({ fields }) => fields)
  const done = all.filter(isDone).length
  const columns: Column<Field>[] = [
    { id: 'label', head: 'Isian', rowHead: true, wide: true, cell: ({ label }) => label },
    { id: 'value', head: 'Nilai', num: true, cell: field => <Copied field={field} /> },
    {
      id: 'carried',
      head: 'Disalin',
      cell: field => (
        <Carried field={field} mayTick={ticks} onTick={value => mark.mutate({ field: field.id, value })} />
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={`Lembar salin ${name}`}
        crumbs={[
          { label: 'Laporan kabupaten', to: paths.editions() },
          { label: name, to: paths.edition(id) },
          { label: 'Lembar salin' },
        ]}
        intro={`Menurut urutan layar ${application}. ${count(done)} dari ${count(all.length)} sudah disalin.`}
      />
      <Parts>
        {mark.isError && <ProblemPanel error={mark.error} />}
        {all.length === 0 && <EmptyState title="Tidak ada yang perlu disalin untuk laporan ini" />}
        {all.length > 0 && (
          <Part title="Layar demi layar">
            {screens.map((screen, nth) => (
              <details key={screen.id} className={styles.ready} open={nth === 0}>
                <summary>
                  <span>{screen.title}</span>
                  <span className={styles.quiet}>
                    {count(screen.fields.filter(isDone).length)} dari {count(screen.fields.length)} disalin
                  </span>
                </summary>
                <Table caption={screen.title} columns={columns} rows={screen.fields} rowKey={field => field.id} />
              </details>
            ))}
          </Part>
        )}
      </Parts>
    </>
  )
}

function Copied({ field: { label, value, unit } }: { field: Field }) {
  const { copy, isCopied, byHand } = useCopy('Nilai', value, () => undefined)
  if (value === '') return '–'
  return (
    <span className={styles.copy}>
      <span>
        {value} <small>{unit}</small>
      </span>
      <Button small kind="quiet" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
        {isCopied ? 'Tersalin' : 'Salin'}
        <span className="visually-hidden"> {label}</span>
      </Button>
      {byHand && <small>Salin dengan tangan: {value}</small>}
    </span>
  )
}

/** When a value was carried over, and whether it is another one since. */
function Carried({
  field: { label, value, carried },
  mayTick,
  onTick,
}: {
  field: Field
  mayTick: boolean
  onTick: (value: string | null) => void
}) {
  const dates = useDates()
  const moved = carried !== null && carried.value !== value
  const words = carried && `${dates.short(carried.at)}, ${carried.by.name}`
  return (
    <>
      {mayTick ? (
        <Checkbox
          label={<span className="visually-hidden">Sudah disalin: {label}</span>}
          checked={carried !== null && !moved}
          onChange={event => onTick(event.target.checked ? value : null)}
        />
      ) : (
        !carried && 'Belum'
      )}
      {words && <small>{words}</small>}
      {moved && (
        <Tag tone="warn" icon="alert">
          Tersalin {carried.value}, sekarang {value || 'kosong'}
        </Tag>
      )}
    </>
  )
}
