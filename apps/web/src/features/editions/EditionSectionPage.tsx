import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { Callout } from '#ui/Callout.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { useMedia } from '#ui/useMedia.ts'
import { Chapters } from './Chapters.tsx'
import styles from './Editions.module.css'
import { type Edition, editionQuery, sectionQuery } from './queries.ts'
import { SaidBlocks } from './SaidBlocks.tsx'
import { SectionEditor } from './SectionEditor.tsx'

/** One section of an edition: what belongs there, its text, and how it comes out. */
export function EditionSectionPage() {
  const { id = '', section: sectionId = '' } = useParams()
  const edition = useQuery(editionQuery(id))
  const section = useQuery(sectionQuery(id, sectionId))
  const isWide = useMedia('(min-width: 1000px)')
  if (edition.isError || section.isError)
    return (
      <PageProblem
        error={edition.error ?? section.error}
        onRetry={() => Promise.all([edition.refetch(), section.refetch()])}
      />
    )
  if (edition.isPending || section.isPending)
    return <PageSkeleton title="Laporan kabupaten" label="Memuat laporan kabupaten…" />
  const { name, may } = edition.data
  const all = sectionsOf(edition.data)
  const at = all.findIndex(one => one.id === sectionId)
  const line = all[at]
  if (!line) return <PageProblem error={new Error(`no section ${sectionId}`)} />
  const title = `${line.number} ${line.title}`.trim()
  const index = <Chapters edition={edition.data} current={sectionId} />
  return (
    <>
      <PageHead
        slim
        title={title}
        documentTitle={`${title}, ${name}`}
        crumbs={[
          { label: 'Laporan kabupaten', to: paths.editions() },
          { label: name, to: paths.edition(id) },
          { label: title },
        ]}
      />
      <div className={styles.workbench}>
        <nav aria-label="Bagian laporan" className={styles.index}>
          {isWide ? (
            index
          ) : (
            <details>
              <summary>Semua bagian ({all.length})</summary>
              {index}
            </details>
          )}
        </nav>
        <div className={styles.content}>
          {may.write && line.guide && <p className={styles.quiet}>{line.guide}</p>}
          {may.write ? (
            <>
              <SectionEditor key={`${id} ${sectionId}`} edition={edition.data} section={section.data} />
              <Part title="Seperti dalam dokumen">
                <SaidBlocks blocks={section.data.blocks} />
              </Part>
            </>
          ) : section.data.blocks.length > 0 ? (
            <SaidBlocks blocks={section.data.blocks} />
          ) : (
            <Callout title="Bagian ini tidak ditulis" />
          )}
          <nav aria-label="Bagian sebelum dan sesudahnya" className={styles.along}>
            <Along id={id} section={all[at - 1]} words="Sebelumnya" />
            <Along id={id} section={all[at + 1]} words="Berikutnya" />
          </nav>
        </div>
      </div>
    </>
  )
}

const sectionsOf = ({ chapters }: Edition) =>
  chapters.flatMap(({ sections }) => sections).filter(section => !section.hidden)

function Along({
  id,
  section,
  words,
}: {
  id: string
  section: ReturnType<typeof sectionsOf>[number] | undefined
  words: string
}) {
  if (!section) return <span />
  return (
    <Link to={paths.editionSection(id, section.id)}>
      {words}: {section.number} {section.title}
    </Link>
  )
}
