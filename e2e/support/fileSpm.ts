import { type APIRequestContext, expect } from '@playwright/test'

type Fields = Record<string, unknown>
export type Tables = Record<string, Record<string, Fields>>

/** The smallest valid PDF. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

const well = async (answer: Awaited<ReturnType<APIRequestContext['post']>>): Promise<unknown> => {
  expect(answer.status(), await answer.text()).toBeLessThan(300)
  return answer.json()
}

/** Preparation that is not the subject of a journey, over the API in a user's session. */
export class Filing {
  readonly api: APIRequestContext
  readonly headers: { origin: string }

  constructor(api: APIRequestContext, origin: string) {
    this.api = api
    this.headers = { origin }
  }

  post(path: string, data: object): Promise<unknown> {
    return this.api.post(`/api/v1/${path}`, { data, headers: this.headers }).then(well)
  }

  async answers(id: string): Promise<Tables> {
    const { answers } = await (await this.api.get(`/api/v1/submissions/${id}/answers`)).json()
    return answers
  }

  /** First the rows that users add, then every cell, 200 changes at a time. */
  async save(id: string, tables: Tables): Promise<void> {
    const rows = Object.entries(tables).flatMap(([table, own]) =>
      Object.entries(own).map(([row, fields]) => ({ at: `/${table}/${row}`, fields })),
    )
    const added = rows.flatMap(({ at, fields: { $parent, $position } }) =>
      $position === undefined
        ? []
        : [{ op: 'add', pointer: at, value: { parent: $parent ?? null, position: $position } }],
    )
    const set = rows.flatMap(({ at, fields }) =>
      Object.entries(fields).flatMap(([field, value]) =>
        field.startsWith('$') ? [] : [{ op: 'set', pointer: `${at}/${field}`, value }],
      ),
    )
    const changes = [...added, ...set].map(change => ({ ...change, changeId: crypto.randomUUID(), base: 0 }))
    for (let from = 0; from < changes.length; from += 200) {
      const data = { changes: changes.slice(from, from + 200) }
      const { results } = await this.api
        .patch(`/api/v1/submissions/${id}/answers`, { data, headers: this.headers })
        .then(well)
        .then(body => body as { results: { result: string }[] })
      expect(results.filter(({ result }) => result !== 'applied' && result !== 'already')).toEqual([])
    }
  }

  attach(id: string, anchor: string, title: string, page = ''): Promise<unknown> {
    const file = { name: 'bukti.pdf', mimeType: 'application/pdf', buffer: pdf }
    const multipart = { id: crypto.randomUUID(), anchor, title, page, file }
    return this.api.post(`/api/v1/submissions/${id}/attachments`, { multipart, headers: this.headers }).then(well)
  }

  move(id: string, name: string, data: object = {}): Promise<unknown> {
    return this.post(`submissions/${id}/${name}`, data)
  }

  async tick(id: string, anchor: string): Promise<void> {
    const data = { anchor, ticked: true }
    await this.api.put(`/api/v1/submissions/${id}/ticks`, { data, headers: this.headers }).then(well)
  }
}
