import { useQuery } from '@tanstack/react-query'
import { reportName } from '#submissions/reportName.ts'
import type { ReportLine, ResponseOf } from '#sync/apiTypes.ts'
import { readOwnCached } from '#sync/cache/deviceCache.ts'
import { addressOf } from '#sync/transport/api.ts'

type Head = Pick<ResponseOf<'GET /submissions/:id'>, 'form' | 'formVersion'>

/** Whether this device has everything needed to open, or create, the report while offline. */
async function isReadyOffline({ submission, obligation, status }: ReportLine): Promise<boolean> {
  if (status === 'not-begun') {
    const draft = await readOwnCached<{ submission: Head }>(
      addressOf('GET /obligations/:id/draft', { params: { id: obligation ?? '' } }),
    )
    return draft !== undefined && hasVersion(draft.data.submission)
  }
  const params = { id: submission ?? '' }
  const head = await readOwnCached<Head>(addressOf('GET /submissions/:id', { params }))
  const others = [
    addressOf('GET /submissions/:id/form', { params }),
    addressOf('GET /submissions/:id/answers', { params, query: { revs: true } }),
  ]
  const found = await Promise.all(others.map(address => readOwnCached(address)))
  return head !== undefined && found.every(copy => copy !== undefined) && hasVersion(head.data)
}

async function hasVersion({ form, formVersion }: Head): Promise<boolean> {
  const [type = '', name = ''] = form.split('/')
  const params = { type, form: name, n: formVersion }
  return (await readOwnCached(addressOf('GET /forms/:type/:form/versions/:n', { params }))) !== undefined
}

/** Which of these can be opened offline and which cannot, in one sentence each; empty where there are none. */
export async function offlineNote(lines: readonly ReportLine[]): Promise<string> {
  const ready = await Promise.all(lines.map(isReadyOffline))
  const named = (is: boolean) => lines.filter((_, at) => ready[at] === is).map(reportName)
  const [here, missing] = [named(true), named(false)]
  if (here.length > 1 && missing.length === 0)
    return 'Semua laporan yang dapat dikerjakan sekarang ada di perangkat ini dan dapat dikerjakan tanpa jaringan.'
  return [
    here.length > 0 && `Dapat dikerjakan tanpa jaringan di perangkat ini: ${here.join('; ')}.`,
    missing.length > 0 && `Belum ada di perangkat ini, sambungkan dahulu ke jaringan: ${missing.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The note for these, while offline. */
export function useOfflineNote(lines: readonly ReportLine[], online: boolean): string | undefined {
  const ids = lines.map(({ obligation, submission, status }) => `${submission ?? obligation} ${status}`)
  const { data } = useQuery({
    queryKey: ['device/ready-offline', ...ids],
    queryFn: () => offlineNote(lines),
    enabled: !online && lines.length > 0,
    networkMode: 'always',
    // the cache changes independently of the list
    gcTime: 0,
    staleTime: 0,
  })
  return online ? undefined : data || undefined
}
