import { publicFilesOf, reader } from '@sepakat/db'
import { personsTold, textIn } from '#testing/personsTold.ts'
import { renderFiles } from '#testing/signing.ts'
import type { Caller, TestApi } from '#testing/testApi.ts'

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

const well = async (by: Caller, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
  const answer = await by.call(method, path, body)
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`)
  return answer
}

/** Reviewed and approved by people with names. @returns its id */
const approved = async (api: TestApi, type: string, period: string, nip: string): Promise<string> => {
  const coordinator = await api.as({ role: 'coordinator' }, { name: 'Orang Penyusun Laporan' })
  const inspector = await api.as({ role: 'auditor' }, { name: 'Orang Pereviu Laporan', nip })
  const approver = await api.as({ role: 'approver' }, { name: 'Orang Pengesah Laporan' })
  const { id } = (await well(coordinator, 'POST', '/editions', { type, period })).json()
  const { status } = (await well(coordinator, 'POST', `/editions/${id}/send`)).json()
  const statement = { number: '700/1', date: '2026-03-12', text: 'Telah direviu.' }
  if (status === 'in-review') await well(inspector, 'POST', `/editions/${id}/review`, statement)
  await well(approver, 'POST', `/editions/${id}/approve`)
  return id
}

/**
 * Opens reports of the filled region to everybody and reads all that anybody then can: page, data, documents.
 * @returns how many texts that were. @throws where one of them has a name, number, telephone or address of a person
 */
export const openedTexts = async (api: TestApi): Promise<number> => {
  const keys = ['lppd/2025', 'lkjip/2025', 'spm/2025-TW4']
  const ids: string[] = []
  for (const [n, key] of keys.entries()) {
    const [type = '', period = ''] = key.split('/')
    ids.push(await approved(api, type, period, `19700101200001100${n + 1}`))
  }
  const admin = await api.as({ role: 'admin' })
  await well(admin, 'PUT', '/settings/public', { value: { on: true, licence, editions: keys } })
  for (const [n, id] of ids.entries())
    for (const { id: file, format } of await publicFilesOf(reader(api.db), id))
      if (format !== 'pdf' || n === 0) await renderFiles(api, id, file)

  const page = await well(api.stranger, 'GET', '/open')
  const { editions } = page.json()
  const addresses: string[] = editions.flatMap(
    (edition: { files: { href: string }[]; datasets: { csv: string; json: string }[] }) => [
      ...edition.files.map(({ href }) => href),
      ...edition.datasets.flatMap(({ csv, json }) => [csv, json]),
    ],
  )
  const texts = [page.body, (await well(api.stranger, 'GET', '/open/datasets')).body]
  for (const address of addresses)
    texts.push(await textIn((await well(api.stranger, 'GET', address.replace('/open/v1', '/open'))).rawPayload))
  const told = await personsTold(api, texts)
  if (told.length > 0) throw new Error(`what is open to everybody tells of ${told.join(', ')}`)
  return texts.length
}
