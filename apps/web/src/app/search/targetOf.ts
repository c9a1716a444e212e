import { readingPath } from '#submissions/reportAction.ts'
import type { Me } from '#sync/apiTypes.ts'
import { paths } from '#ui/paths.ts'
import type { FoundGroup, SearchKind } from './useFoundNames.ts'

type Item = FoundGroup['items'][number]

/** Where what was found is read, by this post. */
export function targetOf(kind: SearchKind, item: Item, { permissions }: Pick<Me, 'permissions'>): string {
  const { key, office, form, period, submission, reportStatus, at, row } = item
  const may = (permission: Me['permissions'][number]) => permissions.includes(permission)
  const ofOffice = paths.reports({ opd: office ?? undefined })
  const year = period?.slice(0, 4)
  if (kind === 'person') return may('person.manage') ? paths.admin(`orang/${key}`) : ofOffice
  if (kind === 'office') return may('office.manage') ? paths.admin(`perangkat-daerah/${key}`) : paths.office(key)
  if (kind === 'edition') return paths.edition(key)
  if (kind === 'row' && may('catalogue.manage')) return paths.admin(`katalog/${form}/${row}`)
  if (submission) {
    const place = { at: at ?? undefined }
    if (may('submission.write')) return paths.form(submission, place)
    return at ? paths.review(submission, place) : readingPath(submission, reportStatus ?? '')
  }
  if (kind === 'report') return paths.reports({ opd: office ?? undefined, tahun: year })
  return paths.overview({ tahun: year, formulir: form ?? undefined, periode: period ?? undefined })
}
