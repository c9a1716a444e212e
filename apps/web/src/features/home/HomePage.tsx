import { useQuery } from '@tanstack/react-query'
import { ContributionList } from '#submissions/ContributionList.tsx'
import { QuestionWork } from '#submissions/QuestionWork.tsx'
import { contributionsQuery } from '#submissions/sharedQueries.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { postPlace } from '#sync/session/roles.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { late } from '#ui/late.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { AccountNews } from './AccountNews.tsx'
import { Announcements } from './Announcements.tsx'
import { AuditWork, readsWholeTrail } from './AuditWork.tsx'
import { GuidedStart } from './GuidedStart.tsx'
import { LeaderHome } from './leader/LeaderHome.tsx'
import { MissingPeople, MissingPlan, yearsToPlan } from './Missing.tsx'
import { OfficeWork } from './OfficeWork.tsx'
import { unfinishedQuery } from './queries.ts'
import { RegionState } from './RegionState.tsx'
import { ReviewWork } from './ReviewWork.tsx'
import { SecondWork } from './SecondWork.tsx'
import { SigningWork } from './SigningWork.tsx'
import { sortWork } from './sortWork.ts'

/** Brought where it is needed: who runs report types is one of many. */
const Cockpit = late(
  async () => (await import('./cockpit/Cockpit.tsx')).Cockpit,
  <SkeletonRows rows={8} label="Memuat yang ditindaklanjuti…" />,
)

/** Not a menu but the answer to "what must I do now?", composed by the post's permissions. */
export default function HomePage() {
  const me = useMe()
  const dates = useDates()
  const writes = useMay('submission.write')
  const signs = useMay('submission.sign')
  const reviews = useMay('submission.review')
  const follows = useMay('contact.read')
  const seconds = useMay('second.decide')
  const plans = useMay('plan.manage')
  const manages = useMay('person.manage')
  const audits = useMay('audit.read')
  const reads = useMay('figure.read') && !writes
  const leads = me.post?.role === 'leader' && me.post.region
  if (!me.post)
    return (
      <>
        <PageHead title="Beranda" />
        <EmptyState title="Anda belum memegang jabatan">
          Pekerjaan Anda muncul di sini setelah pengelola memberi Anda jabatan, misalnya operator sebuah perangkat
          daerah.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={postPlace(me.post, me.region.name)}
        documentTitle="Beranda"
        intro={dates.longDay(dates.today())}
      />
      <Parts>
        {follows && <Cockpit key={me.post.id} />}
        <Announcements />
        <AccountNews />
        <GuidedStart key={me.post.id} role={me.post.role} />
        {writes && <ContributionWork />}
        <QuestionWork />
        {writes && <OfficeWork />}
        {signs && <SigningWork />}
        {reviews && <ReviewWork />}
        {seconds && <SecondWork />}
        {audits && readsWholeTrail(me.post) && <AuditWork />}
        {plans && yearsToPlan(dates.today()).map(year => <MissingPlan key={year} year={year} />)}
        {manages && <MissingPeople />}
        {reads && (leads ? <LeaderHome /> : <RegionState />)}
      </Parts>
    </>
  )
}

/** What other offices have assigned to this unit or person; nothing where there is nothing. */
function ContributionWork() {
  const { data } = useQuery(contributionsQuery)
  const open = useQuery(unfinishedQuery(false))
  const dates = useDates()
  const ownWork = open.data && sortWork(open.data, dates.now()).todo.length
  if (!data || data.items.length === 0) return null
  return (
    <Part title="Sumbangan data">
      <ContributionList lines={data.items} lead={ownWork === 0} />
    </Part>
  )
}
