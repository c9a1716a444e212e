import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keyedBy } from '#ui/keyedBy.ts'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Table } from '#ui/Table.tsx'
import styles from './Editions.module.css'
import { compareQuery, editionQuery } from './queries.ts'

const changes = { added: 'bagian baru', removed: 'tidak ada lagi', changed: 'berubah' }
const revisionWords = (n: number | null): string => (n === null ? 'tidak ada' : `kiriman ke-${n}`)

/** So many are seen at once; of more the tables are opened one by one. */
const fewFigures = 30

/** What differs between an edition and another of its kind: texts, numbers, sources. */
export function EditionComparePage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const edition = useQuery(editionQuery(id))
  const compared = useQuery(compareQuery(id, search.get('dengan') ?? ''))
  if (edition.isError || compared.isError)
    return (
      <PageProblem
        error={edition.error ?? compared.error}
        onRetry={() => Promise.all([edition.refetch(), compared.refetch()])}
      />
    )
  if (edition.isPending || compared.isPending) return <PageSkeleton title="Bandingkan" label="Membandingkan…" />
  const { name, version } = edition.data
  const { with: other, sections, figures, sources } = compared.data
  const [from, to] = [`${other.name}, versi ${other.version}`, `${name}, versi ${version}`]
  // of two years, versions alone would not tell them apart
  const [fromHead, toHead] = name === other.name ? [`Versi ${other.version}`, `Versi ${version}`] : [from, to]
  const tables = [...new Set(figures.map(({ table }) => table))]
  const nothing = sections.length + figures.length + sources.length === 0
  return (
    <>
      <PageHead
        title={`${name}: yang berbeda`}
        crumbs={[
          { label: 'Laporan kabupaten', to: paths.editions() },
          { label: name, to: paths.edition(id) },
          { label: 'Yang berbeda' },
        ]}
        intro={`Dari ${from} ke ${to}.`}
      />
      <Parts>
        {nothing && <EmptyState title="Tidak ada yang berbeda" />}
        {sections.length > 0 && (
          <Part title="Naskah">
            {sections.map(section => (
              <section key={section.id}>
                <h3>
                  {section.number} {section.title} <small>({changes[section.change]})</small>
                </h3>
                {keyedBy(section.texts).map(([key, text]) => (
                  <p key={key} className={styles.read}>
                    {text.from !== null && (
                      <del>
                        <span className="visually-hidden">Sebelumnya: </span>
                        {text.from}
                      </del>
                    )}{' '}
                    {text.to !== null && (
                      <ins>
                        <span className="visually-hidden">Sekarang: </span>
                        {text.to}
                      </ins>
                    )}
                  </p>
                ))}
              </section>
            ))}
          </Part>
        )}
        {figures.length > 0 && (
          <Part title="Angka">
            {tables.map(table => {
              const rows = figures.filter(one => one.table === table)
              return (
                <details key={table} className={styles.ready} open={figures.length <= fewFigures}>
                  <summary>
                    <span>{table}</span>
                    <span className={styles.quiet}>{count(rows.length)} angka</span>
                  </summary>
                  <Table
                    caption={`Angka yang berbeda: ${table}`}
                    rows={keyedBy(rows)}
                    rowKey={([key]) => key}
                    columns={[
                      { id: 'row', head: 'Baris', rowHead: true, wide: true, cell: ([, { row }]) => row },
                      { id: 'column', head: 'Kolom', wide: true, cell: ([, { column }]) => column },
                      { id: 'from', head: fromHead, num: true, cell: ([, one]) => one.from },
                      { id: 'to', head: toHead, num: true, cell: ([, one]) => one.to },
                    ]}
                  />
                </details>
              )
            })}
          </Part>
        )}
        {sources.length > 0 && (
          <Part title="Sumber">
            <Table
              caption="Sumber yang berbeda"
              rows={keyedBy(sources)}
              rowKey={([key]) => key}
              columns={[
                { id: 'office', head: 'Perangkat daerah', rowHead: true, wide: true, cell: ([, { office }]) => office },
                { id: 'form', head: 'Laporan', wide: true, cell: ([, { form, period }]) => `${form}, ${period}` },
                { id: 'from', head: fromHead, cell: ([, one]) => revisionWords(one.from) },
                { id: 'to', head: toHead, cell: ([, one]) => revisionWords(one.to) },
              ]}
            />
          </Part>
        )}
      </Parts>
    </>
  )
}
