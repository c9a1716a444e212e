import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { postPlace } from '#sync/session/roles.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Parts } from '#ui/Part.tsx'
import { AccountNews } from './AccountNews.tsx'
import { Announcements } from './Announcements.tsx'
import { ContributionWork } from './ContributionWork.tsx'
import { GuidedStart } from './GuidedStart.tsx'
import { MissingPeople, MissingPlan, yearsToPlan } from './Missing.tsx'
import { OfficeWork } from './OfficeWork.tsx'
import { RegionState } from './RegionState.tsx'
import { ReopenWork } from './ReopenWork.tsx'
import { ReviewWork } from './ReviewWork.tsx'
import { SecondWork } from './SecondWork.tsx'
import { SigningWork } from './SigningWork.tsx'

/** Not a menu but the answer to "what must I do now?", composed by the post's permissions. */
export default function HomePage() {
  const me = useMe()
  const dates = useDates()
  const writes = useMay('submission.write')
  const signs = useMay('submission.sign')
  const reviews = useMay('submission.review')
  const reopens = useMay('submission.reopen')
  const seconds = useMay('second.decide')
  const plans = useMay('plan.manage')
  const manages = useMay('person.manage')
  const reads = useMay('figure.read') && !writes
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
        <Announcements />
        <AccountNews />
        <GuidedStart key={me.post.id} role={me.post.role} />
        {writes && <ContributionWork />}
        {writes && <OfficeWork />}
        {signs && <SigningWork />}
        {reviews && <ReviewWork />}
        {reopens && <ReopenWork />}
        {seconds && <SecondWork />}
        {plans && yearsToPlan(dates.today()).map(year => <MissingPlan key={year} year={year} />)}
        {manages && <MissingPeople />}
        {reads && <RegionState />}
      </Parts>
    </>
  )
}
