import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { Link, useParams } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import type { Office } from '#administration/officeChoices.ts'
import { isSeen, kindLabel } from '#administration/officeWords.ts'
import { useDialog } from '#administration/useDialog.ts'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Said, useArrival, useSaid } from '#ui/useSaid.tsx'
import { EndOfficeDialog } from './EndOfficeDialog.tsx'
import { LetterheadForm } from './LetterheadForm.tsx'
import { OfficeBranches } from './OfficeBranches.tsx'
import { OfficeTags } from './OfficeTags.tsx'
import { PlannedReorganisation } from './PlannedReorganisation.tsx'
import { type OfficeFull, officeQuery } from './queries.ts'
import { Spans } from './Spans.tsx'

/** A page about the office in the address, once it and all others are known. */
export const pageOfOffice = (title: string, Shown: ComponentType<{ office: OfficeFull; offices: readonly Office[] }>) =>
  function PageOfOffice() {
    const { id = '' } = useParams()
    const office = useQuery(officeQuery(id))
    const offices = useQuery(officesQuery)
    if (office.isError) return <PageProblem error={office.error} onRetry={() => office.refetch()} />
    if (offices.isError) return <PageProblem error={offices.error} onRetry={() => offices.refetch()} />
    if (office.isPending || offices.isPending) return <PageSkeleton title={title} label="Memuat perangkat daerah…" />
    return <Shown office={office.data} offices={offices.data.items} />
  }
export const OfficePage = pageOfOffice('Perangkat daerah', OfficeShown)

function OfficeShown({ office, offices }: { office: OfficeFull; offices: readonly Office[] }) {
  const arrived = useArrival()
  const { said, say } = useSaid()
  const ending = useDialog<true>(sentence => {
    say(sentence)
    scrollTo(0, 0)
  })
  const dates = useDates()
  const above = offices.find(one => one.id === office.parent)
  const last = office.spans.at(-1)?.to
  const below = offices.filter(one => one.parent === office.id && !one.ended)
  const here = paths.admin(`perangkat-daerah/${office.id}`)
  return (
    <>
      <PageHead
        title={office.name}
        crumbs={adminCrumbs(
          [
            'perangkat-daerah',
            ...(above ? [{ label: above.name, to: paths.admin(`perangkat-daerah/${above.id}`) }] : []),
          ],
          office.name,
        )}
        tags={<OfficeTags office={office} />}
      />
      <Parts>
        <Said said={said ?? arrived} />
        <Part
          title="Sekarang"
          actions={
            !office.ended && (
              <LinkButton icon="pencil" to={`${here}/ubah`}>
                Ganti nama, induk, atau urusan
              </LinkButton>
            )
          }
        >
          <Facts
            facts={{
              Jenis: kindLabel(office.kind),
              'Nama pendek': office.shortName,
              Kode: office.code,
              Induk: above ? <Link to={paths.admin(`perangkat-daerah/${above.id}`)}>{above.name}</Link> : 'tidak ada',
              Urusan: office.urusan.join(', ') || 'tidak dicatat',
              Berakhir: last && dates.longDay(last),
              Pencocokan: isSeen(office.confidence)
                ? office.confidence === 'verified'
                  ? 'Sudah dicocokkan dengan peraturan'
                  : 'Sudah dicocokkan dengan sumber'
                : 'Belum dicocokkan; cocokkan dengan peraturan daerah tentang susunan perangkat daerah.',
              Sumber: office.source,
              Catatan: office.note,
            }}
          />
          <p>
            <Link to={paths.admin('orang', { opd: office.id })}>Orang yang menjabat di sini</Link>
          </p>
        </Part>
        {!office.ended && <LetterheadForm key={office.id} office={office} />}
        <Part title="Dari masa ke masa">
          <Spans office={office} offices={offices} />
        </Part>
        <Part
          title="Unit di bawahnya"
          actions={
            !office.ended && (
              <LinkButton icon="plus" to={paths.admin('perangkat-daerah/baru', { induk: office.id })}>
                Tambah unit
              </LinkButton>
            )
          }
        >
          {below.length > 0 ? (
            <OfficeBranches branches={below.map(one => ({ office: one, below: [] }))} />
          ) : (
            <p className={styles.note}>Tidak ada.</p>
          )}
        </Part>
        <PlannedReorganisation office={office} onDone={say} />
        {!office.ended && (
          <Part title="Mengakhiri">
            <p className={styles.note}>
              Untuk perangkat daerah yang dihapus tanpa penerus. Laporannya yang lama tetap tersimpan; laporan yang
              belum disetujui dan unit di bawahnya harus diselesaikan dahulu.
            </p>
            <div className={styles.buttons}>
              <Button kind="danger" onClick={() => ending.open(true)}>
                Akhiri perangkat daerah ini
              </Button>
            </div>
          </Part>
        )}
      </Parts>
      {ending.about && <EndOfficeDialog office={office} {...ending.ends} />}
    </>
  )
}
