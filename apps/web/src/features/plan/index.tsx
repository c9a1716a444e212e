// The pages of this section: they are loaded together.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { AssignmentsPage as Assignments } from './AssignmentsPage.tsx'
import { ObligationsPage as Obligations } from './ObligationsPage.tsx'

import { PeriodsPage as Periods } from './PeriodsPage.tsx'
import { WavePage as Wave } from './WavePage.tsx'
import { WavesPage as Waves } from './WavesPage.tsx'
import { YearPage as Year } from './YearPage.tsx'

export const AssignmentsPage = () => <OfYear page={Assignments} />
export const ObligationsPage = () => <OfYear page={Obligations} />
export const PeriodsPage = () => <OfYear page={Periods} />
export const WavePage = () => <OfYear page={Wave} />
export const WavesPage = () => <OfYear page={Waves} />
export const YearPage = () => <OfYear page={Year} />

/** A page of the year in its address. */
function OfYear({ page: Page }: { page: (props: { year: number }) => ReactNode }) {
  const year = Number(useParams().year)
  return Number.isInteger(year) && year >= 2015 && year <= 2100 ? <Page year={year} /> : <NotFoundPage />
}
