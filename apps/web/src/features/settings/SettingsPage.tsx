import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { settingsQuery } from '#administration/queries.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { MovesForm } from './MovesForm.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PublicForm } from './PublicForm.tsx'
import { RemindersForm } from './RemindersForm.tsx'
import { ContactForm, DutiesForm, EditionsForm, RegionForm } from './regionForms.tsx'
import { settingsOf } from './settingsOf.ts'
import { UploadsForm } from './UploadsForm.tsx'

export default function SettingsPage() {
  const all = useQuery({ ...settingsQuery, refetchOnWindowFocus: false })
  if (all.isError) return <PageProblem error={all.error} onRetry={() => all.refetch()} />
  const settings = all.data && settingsOf(all.data)
  return (
    <>
      <PageHead
        title="Pengaturan"
        crumbs={adminCrumbs([], 'Pengaturan')}
        intro="Setiap bagian disimpan sendiri-sendiri dan langsung berlaku bagi semua orang, kecuali yang menunggu orang kedua."
      />
      {settings ? (
        <Parts>
          <ContactForm contact={settings.contact} />
          <PlanForm plan={settings.plan} />
          <MovesForm moves={settings.moves} />
          <EditionsForm editions={settings.editions} />
          <PublicForm settings={settings.public} />
          <RemindersForm reminders={settings.reminders} />
          <DutiesForm duties={settings.duties} />
          <RegionForm region={settings.region} />
          <UploadsForm uploads={settings.uploads} />
        </Parts>
      ) : (
        <SkeletonRows label="Memuat pengaturan…" />
      )}
    </>
  )
}
