// The pages of this section: they are loaded together.
import { AssignmentsPage as Assignments } from './AssignmentsPage.tsx'
import { ObligationsPage as Obligations } from './ObligationsPage.tsx'
import { OfYear } from './OfYear.tsx'
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
