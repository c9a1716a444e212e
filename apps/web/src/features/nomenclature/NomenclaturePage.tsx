import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { type DialogEnds, useDialog } from '#administration/useDialog.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { actions, Table } from '#ui/Table.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { ImportCodes } from './ImportCodes.tsx'
import { levelWords } from './levelWords.ts'
import { type NomenclatureYear, nomenclaturesQuery } from './queries.ts'

/** The region's lists of national codes, and their import. */
export default function NomenclaturePage() {
  const invalidate = useInvalidate()
  const lists = useQuery(nomenclaturesQuery)
  const { said, say } = useSaid()
  const told = async (sentence: string) => {
    await invalidate('GET /nomenclature')
    say(sentence)
  }
  const leaving = useDialog<NomenclatureYear>(say)
  if (lists.isError) return <PageProblem error={lists.error} onRetry={() => lists.refetch()} />
  const items = lists.data?.items ?? []
  return (
    <>
      <PageHead
        title="Nomenklatur"
        crumbs={adminCrumbs([], 'Nomenklatur')}
        intro="Nama, indikator, dan satuan kode nasional. Diambil sendiri ketika kode diketik atau baris DPA dimasukkan ke laporan."
      />
      <Parts>
        <Said said={said} />
        <Part title="Daftar daerah">
          {lists.isPending && <SkeletonRows rows={2} label="Memuat daftar…" />}
          {lists.isSuccess && items.length === 0 && (
            <EmptyState title="Belum ada daftar">
              Tanpa daftar, nama setiap kode diketik sendiri oleh perangkat daerah. Masukkan daftar pertama di bawah
              ini.
            </EmptyState>
          )}
          {items.length > 0 && (
            <Table
              caption="Daftar nomenklatur menurut tahun"
              rows={items}
              rowKey={list => String(list.year)}
              columns={[
                { id: 'year', head: 'Mulai tahun', rowHead: true, cell: list => list.year },
                { id: 'codes', head: 'Isi', cell: list => levelWords(list) },
                actions<NomenclatureYear>(list => (
                  <Button small kind="danger" onClick={() => leaving.open(list)}>
                    Hapus <span className="visually-hidden">daftar tahun {list.year}</span>
                  </Button>
                )),
              ]}
            />
          )}
          {leaving.about && <RemoveListDialog list={leaving.about} {...leaving.ends} />}
        </Part>
        <Part title="Masukkan daftar">
          <ImportCodes onDone={told} />
        </Part>
      </Parts>
    </>
  )
}

function RemoveListDialog({ list, onClose, onDone }: { list: NomenclatureYear } & DialogEnds) {
  const { year } = list
  return (
    <RemoveDialog
      title={`Hapus daftar tahun ${year}?`}
      label="Hapus daftar"
      remove={() => api('DELETE /nomenclature/:year', { params: { year } })}
      stale={['GET /nomenclature']}
      onClose={onClose}
      onRemoved={() => onDone(`Daftar tahun ${year} dihapus.`)}
    >
      <p>
        Isinya {levelWords(list)}. Nama yang sudah tertulis di laporan tetap ada; sesudah ini kode dinamai menurut
        daftar tahun sebelumnya, atau diketik sendiri.
      </p>
    </RemoveDialog>
  )
}
