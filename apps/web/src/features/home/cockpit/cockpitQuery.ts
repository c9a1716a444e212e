import type { CockpitList } from '@sepakat/rules/cockpit/cockpitLists.ts'
import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf } from '#sync/transport/queryOf.ts'

export type CockpitPage = ResponseOf<'GET /cockpit/:list'>
export type CockpitLineData = CockpitPage['items'][number]
export type Contact = CockpitLineData['contacts'][number]
export type CockpitWish = Omit<QueryOf<'GET /cockpit/:list'>, 'cursor'>

/** A list of the cockpit, page by page. No device keeps it: it has telephone numbers. */
export const cockpitQuery = (list: CockpitList, query: CockpitWish) =>
  pagesOf('GET /cockpit/:list', { params: { list }, query })
