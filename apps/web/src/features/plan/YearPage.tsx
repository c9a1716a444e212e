import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { StepNav } from './StepNav.tsx'
import { YearSelect } from './YearFrame.tsx'

/** Entry page of a year: four steps, in order. */
export function YearPage({ year }: { year: number }) {
  return (
    <>
      <PageHead
        title={`Tahun pelaporan ${year}`}
        crumbs={adminCrumbs(['tahun'], String(year))}
        intro="Kerjakan empat langkah ini berurutan. Setelah langkah keempat, perangkat daerah melihat apa yang harus dilaporkannya."
        actions={<YearSelect year={year} />}
      />
      <StepNav year={year} wide />
    </>
  )
}
