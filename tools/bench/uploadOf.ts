import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Request } from './connection.ts'
import { savedCell } from './sample.ts'
import { api } from './writing.ts'

const noise = randomBytes(750_000).toString('base64')

/** A PDF of so many bytes, at most a megabyte, each with others, on one of the answers of a report. */
export const uploadOf = (by: { cookie: string; origin: string }, place: string, bytes: number): Request => {
  const id = v7()
  const boundary = `----sepakat-${id}`
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const objects = `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${id} ${noise.slice(0, bytes - 200)}\n`
  const file = `${objects}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n${objects.length}\n%%EOF\n`
  const fields = Object.entries({ id, anchor: savedCell, title: 'Bukti' }).map(([name, value]) => field(name, value))
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="bukti.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    method: 'POST',
    path: `${api}/submissions/${place}/attachments`,
    headers: { ...by, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${fields.join('')}${head}${file}\r\n--${boundary}--\r\n`,
  }
}
