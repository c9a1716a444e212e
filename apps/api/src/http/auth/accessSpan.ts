import type { AccessActor, ReportType } from '@sepakat/rules'

/** How far a post or key reaches, as rows have it. Empty report types: all. */
export interface Reach {
  reportTypes: ReportType[]
  region: boolean
  officeIds: string[]
}

/** The same for `may`, where null is all. */
export const accessSpan = ({
  reportTypes,
  region,
  officeIds,
}: Reach): Pick<AccessActor, 'reportTypes' | 'offices'> => ({
  reportTypes: reportTypes.length > 0 ? reportTypes : null,
  offices: region ? null : officeIds,
})

export const always = { from: '0001-01-01', to: null }
