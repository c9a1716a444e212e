import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { cataloguesQuery, settingsQuery } from '#administration/queries.ts'
import { useMyTypes } from '#administration/reportTypes.ts'
import { assignmentCountQuery, periodsQuery, previewQuery } from '#features/plan/queries.ts'
import { ruleSetsQuery } from '#features/rules/queries.ts'
import { settingsOf } from '#features/settings/settingsOf.ts'
import { missingPeriods } from '#submissions/missingPeriods.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import type { QueryOf } from '#sync/apiTypes.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { type MissingItem, missingItems } from './missingItems.ts'

/** From October on the next year has to be prepared. */
const nextYearFrom = '10'

/** What is incomplete, as far as this post may read it; `pending` while queries are running. */
export function useMissing(): { lacks: MissingItem[]; pending: boolean; error: unknown; retry: () => void } {
  const dates = useDates()
  const year = dates.year()
  const plans = useMay('plan.manage')
  const types = useMyTypes()
  const settings = useQuery({ ...settingsQuery, enabled: useMay('setting.manage') })
  const catalogues = useQuery({ ...cataloguesQuery, enabled: useMay('catalogue.manage') })
  const people = useMay('person.manage')
  const neverSignedIn = usePeopleCount('never-signed-in', people)
  const withoutPost = usePeopleCount('without-post', people)
  const ruleSets = useQuery({ ...ruleSetsQuery, enabled: people })
  const forms = useQuery({ ...formsQuery, enabled: plans })
  const periods = useQuery({ ...periodsQuery, enabled: plans })
  const unowned = useQuery({ ...assignmentCountQuery(year, 'unowned', types), enabled: plans })
  const double = useQuery({ ...assignmentCountQuery(year, 'double', types), enabled: plans })
  const preview = useQuery({ ...previewQuery(year), enabled: plans })

  const prepares = dates.today().slice(5, 7) >= nextYearFrom
  const nextPreview = useQuery({ ...previewQuery(year + 1), enabled: plans && prepares })

  const read = [
    settings,
    catalogues,
    neverSignedIn,
    withoutPost,
    ruleSets,
    forms,
    periods,
    unowned,
    double,
    preview,
    nextPreview,
  ]
  const ours = <T extends { form: string }>(all: readonly T[] = []) =>
    all.filter(one => types.includes(reportTypeOf(one.form)))
  const periodsIn = (of: number) => ({
    year: of,
    periods: ours(periods.data?.items).filter(one => !one.practice && one.key.startsWith(String(of))).length,
    missing: missingPeriods(ours(forms.data?.items), periods.data?.items ?? [], of).length,
  })
  const lacks = missingItems({
    whatsapp: settings.data && settingsOf(settings.data).contact.whatsapp,
    neverSignedIn: neverSignedIn.data,
    withoutPost: withoutPost.data,
    approvers: ruleSets.data?.approvers.length,
    years:
      forms.data && periods.data
        ? [
            {
              ...periodsIn(year),
              unowned: unowned.data,
              double: double.data,
              added: preview.data?.added,
              outside: preview.data?.outside.length,
            },
            ...(prepares
              ? [{ ...periodsIn(year + 1), added: nextPreview.data?.added, outside: nextPreview.data?.outside.length }]
              : []),
          ]
        : undefined,
    proposed: catalogues.data?.items.filter(one => one.proposal?.status === 'proposed').length,
    unverified: catalogues.data?.items.reduce((sum, one) => sum + one.unverified, 0),
  })
  return {
    lacks,
    pending: read.some(query => query.isLoading),
    error: read.find(query => query.isError)?.error ?? null,
    retry: () => {
      for (const query of read) if (query.isError) void query.refetch()
    },
  }
}

/** How many people are in a state, up to one page of them. */
function usePeopleCount(state: QueryOf<'GET /people'>['state'], enabled: boolean) {
  return useQuery({
    ...queryOf('GET /people', { query: { state, limit: 200 } }),
    select: ({ items, next }) => ({ shown: items.length, more: next !== null }),
    enabled,
  })
}
