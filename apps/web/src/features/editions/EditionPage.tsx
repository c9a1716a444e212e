import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Tag } from '#ui/Tag.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { Chapters } from './Chapters.tsx'
import { EditionFiles } from './EditionFiles.tsx'
import { EditionStatusTag } from './EditionStatusTag.tsx'
import { Moves } from './Moves.tsx'
import { NotInside } from './NotInside.tsx'
import { OutlineForm } from './OutlineForm.tsx'
import { editionQuery } from './queries.ts'
import { ReadinessPart } from './ReadinessPart.tsx'
import { Sendings } from './Sendings.tsx'
import { Versions } from './Versions.tsx'

/** One version of the regency's own report: its state and next step, its text, who is missing, and what comes out of it. */
export function EditionPage() {
  const { id = '' } = useParams()
  const dates = useDates()
  const edition = useQuery(editionQuery(id))
  const { said, say } = useSaid()
  if (edition.isError) return <PageProblem error={edition.error} onRetry={() => edition.refetch()} />
  if (edition.isPending) return <PageSkeleton title="Laporan kabupaten" label="Memuat laporan kabupaten…" />
  const { name, title, status, statusAt, statusBy, version, legal, returns, statement, approval, may } = edition.data
  const [back] = returns
  return (
    <>
      <PageHead
        title={name}
        crumbs={[{ label: 'Laporan kabupaten', to: paths.editions() }, { label: name }]}
        tags={
          <>
            <EditionStatusTag status={status} />
            <Tag>Versi {version}</Tag>
          </>
        }
        intro={`${title}, menurut ${legal}. ${status === 'frozen' ? 'Disahkan' : 'Sejak'} ${dates.short(statusAt)} oleh ${statusBy.name}.`}
        actions={<Moves edition={edition.data} onDone={say} />}
      />
      <Parts>
        <Said said={said} />
        {status === 'draft' && back && (
          <Callout tone="warn" title={`Dikembalikan oleh ${back.by.name}, ${dates.short(back.at)}`}>
            {back.text}
          </Callout>
        )}
        {approval && <Callout title="Belum dapat Anda sahkan">{approval}</Callout>}
        {statement && (
          <Callout tone="good" title={`Telah direviu: ${statement.number}, ${dates.longDay(statement.date)}`}>
            {statement.text} ({statement.by.name})
          </Callout>
        )}
        <Part title="Naskah">
          <Chapters edition={edition.data} />
          {may.write && <OutlineForm edition={edition.data} />}
        </Part>
        {status !== 'frozen' && <ReadinessPart id={id} />}
        <NotInside id={id} />
        <EditionFiles id={id} isDraft={status !== 'frozen'} maySign={may.sign} />
        {status === 'frozen' && <Sendings edition={edition.data} />}
        <Part title="Salin ke aplikasi kementerian">
          <p>
            <Link to={paths.editionPaste(id)}>Buka lembar salin</Link>: nilai menurut urutan layar aplikasinya, dengan
            tanda yang sudah disalin.
          </p>
        </Part>
        <Versions edition={edition.data} />
      </Parts>
    </>
  )
}
