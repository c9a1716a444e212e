import type { Role } from '@sepakat/rules'
import { reportTypes as allTypes } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AuditState } from '#administration/AuditState.tsx'
import { ContributionList } from '#submissions/ContributionList.tsx'
import { QuestionWork } from '#submissions/QuestionWork.tsx'
import { contributionsQuery } from '#submissions/sharedQueries.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { postPlace } from '#sync/session/roles.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { late } from '#ui/late.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { AccountNews } from './AccountNews.tsx'
import { Announcements } from './Announcements.tsx'
import { dismissed, keepDismissed } from './dismissed.ts'
import { firstSteps } from './firstSteps.ts'
import { LeaderHome } from './leader/LeaderHome.tsx'
import { MissingPeople, MissingPlan, yearsToPlan } from './Missing.tsx'
import { OfficeWork } from './OfficeWork.tsx'
import { unfinishedQuery } from './queries.ts'
import { RegionState } from './RegionState.tsx'
import { ReviewWork } from './ReviewWork.tsx'
import { SecondWork } from './SecondWork.tsx'
import { SigningWork } from './SigningWork.tsx'
import { sortWork } from './sortWork.ts'

/** The trail is one, of all offices and report types. */
const readsWholeTrail = ({ region, reportTypes }: { region: boolean; reportTypes: readonly string[] }): boolean =>
  region && (reportTypes.length === 0 || allTypes.every(type => reportTypes.includes(type)))

/** Whether history is whole, and the way to the trail: the first thing an auditor comes for. */
const AuditWork = () => (
  <AuditState
    brief={
      <p>
        <LinkButton to={paths.admin('jejak-audit')} icon="history">
          Buka jejak audit
        </LinkButton>
      </p>
    }
  />
)

/** The first steps of a post, until they are dismissed on this device. */
function GuidedStart({ role }: { role: string }) {
  const { person } = useMe()
  const [away, setAway] = useState(() => dismissed(person.id))
  const name = `langkah-${role}`
  const steps = firstSteps[role as Role] ?? []
  if (steps.length === 0 || away.includes(name)) return null
  return (
    <Callout
      title="Langkah pertama"
      actions={
        <Button small onClick={() => setAway(keepDismissed(person.id, [...dismissed(person.id), name]))}>
          Mengerti, tutup <span className="visually-hidden">langkah pertama</span>
        </Button>
      }
    >
      <ol>
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Callout>
  )
}

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
