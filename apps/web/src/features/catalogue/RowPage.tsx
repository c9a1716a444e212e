import type { Bounds } from '@sepakat/rules/types/Catalogue.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { useGivenOut } from '#administration/useGivenOut.ts'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Said, useArrival } from '#ui/useSaid.tsx'
import { boundsText } from './boundsDraft.ts'
import { ConfidenceTag } from './ConfidenceTag.tsx'
import { directionWord, measureWords, sliceYears } from './catalogueWords.ts'
import { FormulaFacts } from './FormulaFacts.tsx'
import { type CatalogueRow, sliceAt, slicesQuery } from './queries.ts'

/** Everything about one row; `?tahun=` chooses among its years. */
export function RowPage() {
  const { type = '', form: name = '', row: id = '' } = useParams()
  const form = `${type}/${name}`
  const [search] = useSearchParams()
  const slices = useQuery(slicesQuery(form, id))
  if (slices.isError) return <PageProblem error={slices.error} onRetry={() => slices.refetch()} />
  if (slices.isPending) return <PageSkeleton title="Baris katalog" label="Memuat baris katalog…" />
  const row = sliceAt(slices.data.slices, Number(search.get('tahun')))
  if (!row) return <NotFoundPage />
  return <RowShown form={form} row={row} slices={slices.data.slices} version={slices.data.version} />
}

function RowShown({
  form,
  row,
  slices,
  version,
}: {
  form: string
  row: CatalogueRow
  slices: readonly CatalogueRow[]
  version: number
}) {
  const title = useFormTitles()(form)
  const arrived = useArrival()
  const thisYear = useDates().year()
  const year = Math.max(row.from, Math.min(thisYear, row.to ?? thisYear))
  const byRow = useGivenOut(form, year) === 'rows' && row.parent === null
  const isUnowned = byRow && row.owner === '' && (row.to === null || row.to >= thisYear)
  const here = `katalog/${form}/${row.id}`
  return (
    <>
      <PageHead
        title={`${row.code} ${row.label}`.trim()}
        crumbs={adminCrumbs(['katalog', { label: title, to: paths.admin(`katalog/${form}`) }], row.code || row.label)}
        tags={<ConfidenceTag confidence={row.confidence} verified={row.verified} />}
        actions={
          <>
            <LinkButton kind="primary" icon="pencil" to={paths.admin(`${here}/perbaiki`, { tahun: String(row.from) })}>
              Perbaiki baris ini
            </LinkButton>
            <LinkButton icon="plus" to={paths.admin(`katalog/${form}/tambah`, { seperti: row.id })}>
              Tambah baris seperti ini
            </LinkButton>
            {(row.to === null || row.to >= thisYear) && (
              <LinkButton icon="minus" to={paths.admin(`${here}/akhiri`)}>
                Akhiri baris ini
              </LinkButton>
            )}
            {!row.verified && (
              <LinkButton icon="check" to={paths.admin(`katalog/${form}/verifikasi`, { baris: row.id })}>
                Tandai sudah dicocokkan
              </LinkButton>
            )}
          </>
        }
      />
      <Parts>
        <Said said={arrived} />
        {isUnowned && <NoOwner form={form} year={year} />}
        <Part title={`Berlaku ${sliceYears(row)}`}>
          <Facts
            facts={{
              Kode: row.code && `${row.code}${row.codeOfficial ? '' : ' (bukan kode resmi, dapat berubah)'}`,
              Kelompok: row.group,
              'Di bawah baris': row.parent && (
                <Link to={paths.admin(`katalog/${form}/${row.parent}`)}>{row.parent}</Link>
              ),
              Satuan: row.unit ?? 'tidak disebut di katalog',
              Arah: directionWord(row.direction),
              'Sifat angka': measureWords[row.attrs.measure ?? ''],
              Pengampu: row.owner || (byRow ? 'belum ada' : 'tidak ditugaskan per baris'),
              'Batas nilai': boundsText(row.bounds as Bounds | null),
              Penjelasan: row.help,
              'Dasar hukum': row.legal,
              Peringatan: row.warning,
              Sumber: row.source,
              Catatan: row.note,
              'Nomor tetap': <code>{row.id}</code>,
              'Versi katalog': version,
            }}
          />
        </Part>
        {row.formula && (
          <Part title="Rumus">
            <FormulaFacts row={row} />
          </Part>
        )}
        {slices.length > 1 && (
          <Part title="Masa berlaku lain">
            <ul>
              {slices
                .filter(one => one.from !== row.from)
                .map(one => (
                  <li key={one.from}>
                    <Link to={paths.admin(here, { tahun: String(one.from) })}>Berlaku {sliceYears(one)}</Link>:{' '}
                    {one.label}
                  </li>
                ))}
            </ul>
          </Part>
        )}
      </Parts>
    </>
  )
}

/** For a row without an owner: no office is asked for it until one is assigned. */
function NoOwner({ form, year }: { form: string; year: number }) {
  return (
    <Callout
      tone="warn"
      title="Baris ini belum ada pengampunya"
      actions={
        <LinkButton to={paths.admin(`tahun/${year}/penugasan`, { keadaan: 'unowned', formulir: form })}>
          Pilih pengampunya
        </LinkButton>
      }
    >
      Tidak ada perangkat daerah yang melihatnya di formulir sampai pengampunya dipilih.
    </Callout>
  )
}
