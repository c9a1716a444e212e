import { readZip } from '@sepakat/documents/spreadsheet/readZip.ts'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { TestApi } from './testApi.ts'

const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unmarked = (xml: string) => xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => marks[name] ?? '')

const entriesOf = (bytes: Uint8Array): string => {
  const { names, pieces } = readZip(bytes)
  return names.map(name => [name, unmarked([...(pieces(name) ?? [])].join(''))].join('\n')).join('\n')
}
const pagesOf = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  return `${(await extractText(pdf, { mergePages: true })).text} ${JSON.stringify((await getMeta(pdf)).info)}`
}

/** All that a file says: an archive (XLSX, CSV) in each of its entries, a PDF on its pages, anything else as it is. */
export const textIn = async (bytes: Uint8Array): Promise<string> => {
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (begins.startsWith('PK')) return entriesOf(bytes)
  return begins === '%PDF' ? await pagesOf(bytes) : Buffer.from(bytes).toString()
}

/** What texts say of a person of the region: names, numbers, telephones, addresses. */
export const personsTold = async (api: Pick<TestApi, 'db'>, texts: readonly string[]): Promise<string[]> => {
  // an account may be named after its office, and a user name may be a word of a form ("pengawas"): neither is personal
  const { rows } = await api.db.pool.query<{ said: string }>(
    `SELECT DISTINCT said FROM person, unnest(ARRAY[name, nip, phone, email, username]) said WHERE length(said) > 7
       AND NOT EXISTS (SELECT 1 FROM office_span o WHERE o.name = said)
       AND NOT (said = username AND EXISTS (SELECT 1 FROM form_version v WHERE strpos(v.body::text, said) > 0))`,
  )
  return rows.map(({ said }) => said).filter(said => texts.some(text => text.includes(said)))
}
