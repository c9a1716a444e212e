import {
  appendEvent,
  assignRow,
  listCatalogues,
  type Published,
  publishCorrection,
  readCatalogue,
  reader,
  unknownOffices,
} from '@sepakat/db'
import {
  type CatalogueRow,
  type FormId,
  type Group,
  inputNames,
  isSameButWords,
  isVerified,
  kinds,
  rowsOf,
  type Table,
} from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

/** Undefined where the form has no kind yet: then nobody knows what will have an effect. */
const tableOf = (form: string, { table }: CatalogueRow): Table | undefined => kinds[form as FormId]?.tables[table]

const onWire = (form: string, row: CatalogueRow, owner: string, groups: Group[]) => ({
  form,
  id: row.id,
  table: row.table,
  parent: row.parent ?? null,
  group: groups.find(g => g.id === row.group)?.label ?? null,
  code: row.code,
  codeOfficial: row.codeOfficial,
  label: row.label,
  unit: row.unit,
  direction: row.direction,
  formula: row.formula ? { ...row.formula } : null,
  ownRule: tableOf(form, row)?.ownRule === true,
  inputNames: inputNames(tableOf(form, row), row),
  attrs: { ...row.attrs },
  help: row.help ?? '',
  legal: row.legal ?? '',
  warning: row.warning ?? '',
  confidence: row.confidence,
  verified: isVerified(row.confidence),
  source: row.source ?? '',
  note: row.note ?? '',
  from: row.from,
  to: row.to,
  owner,
})

const matches = (text: string, q: string): boolean => text.toLocaleLowerCase('id').includes(q.toLocaleLowerCase('id'))

/** Which field of the request a flaw of the corrected catalogue belongs to. */
const fieldOf = (path: string): string => {
  const field = path.split('/')[2]
  return field === undefined ? '/change' : `/change/${field}`
}

const refusal = (refused: Extract<Published, { refused: string }>, fromYear: number): Error => {
  switch (refused.refused) {
    case 'no-form':
      return problem('not-found')
    case 'no-row':
      return invalid('/row', `Baris ini tidak ada dalam katalog tahun ${fromYear}.`)
    case 'stale':
      return problem('stale', {
        detail: 'Katalog ini sudah diterbitkan lagi oleh orang lain. Muat ulang, lalu betulkan lagi.',
        version: refused.newest,
      })
    case 'invalid':
      return problem('invalid', {
        errors: refused.issues.map(i => ({ pointer: fieldOf(i.path), code: 'custom', message: i.message })),
      })
  }
}

/** What is emptied is left out of the catalogue, which keeps no empty texts. */
const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).map(([field, value]) => [field, value === '' ? undefined : value]))

export const catalogueHandlers = handlers({
  'GET /catalogues': async ({ db }) => ({
    items: (await listCatalogues(reader(db))).map(c => ({ ...c, publishedAt: c.publishedAt.toISOString() })),
  }),

  'GET /catalogues/:type/:form/rows': async ({ params, query, db, now }) => {
    const form = `${params.type}/${params.form}`
    const catalogue = await readCatalogue(reader(db), form)
    if (catalogue === null) throw problem('not-found')
    const year = query.year ?? now.getUTCFullYear()
    const keyOf = (r: CatalogueRow): string => `${r.id} ${r.from}`
    const rows = catalogue.body.rows.filter(
      r =>
        (query.year === undefined || (r.from <= year && (r.to === null || r.to >= year))) &&
        (query.confidence === undefined || r.confidence === query.confidence) &&
        (query.unverified === undefined || isVerified(r.confidence) !== query.unverified) &&
        (query.source === undefined || matches(r.source ?? '', query.source)) &&
        (query.q === undefined || matches(`${r.code} ${r.label} ${r.id}`, query.q)),
    )
    const start = query.cursor === undefined ? 0 : rows.findIndex(r => keyOf(r) === query.cursor) + 1
    if (query.cursor !== undefined && start === 0)
      throw invalid('/cursor', 'Halaman ini sudah berubah. Mulai lagi dari awal.')
    const items = rows.slice(start, start + query.limit)
    const last = items.at(-1)
    return {
      items: items.map(r =>
        onWire(form, r, catalogue.ownerOf(r, Math.max(r.from, Math.min(year, r.to ?? year))), catalogue.body.groups),
      ),
      version: catalogue.version,
      next: last !== undefined && start + query.limit < rows.length ? keyOf(last) : null,
    }
  },

  'POST /catalogues/:type/:form/corrections': async ({ params, body, actor, write }) => {
    const form = `${params.type}/${params.form}`
    requireReportTypes(actor, [params.type])
    const { measure, ...plain } = body.change
    return await write(async tx => {
      const before = await readCatalogue(tx, form)
      const slice = before && rowsOf(before.body, body.fromYear).find(r => r.id === body.row)
      const published = await publishCorrection(tx, {
        form,
        row: body.row,
        fromYear: body.fromYear,
        basedOn: body.basedOn,
        note: body.reason,
        by: actor.id,
        change: { ...given(plain), ...(measure && { attrs: { measure } }) } as Partial<CatalogueRow>,
      })
      if ('refused' in published) throw refusal(published, body.fromYear)
      if (tableOf(form, published.row)?.ownRule && !isSameButWords(slice?.formula, published.row.formula))
        throw invalid(
          '/change/formula',
          'Formulir ini menghitung baris ini menurut aturannya sendiri. Dari rumusnya hanya bunyi isiannya yang dapat diperbaiki.',
        )
      if (body.owner !== undefined) {
        if ((await unknownOffices(tx, [body.owner])).length > 0)
          throw invalid('/owner', 'Perangkat daerah ini tidak dikenal.')
        if (published.row.parent !== undefined)
          throw invalid('/owner', 'Pengampu mengikuti baris induknya. Ubah pada baris induk.')
        const assignment = {
          form,
          row: body.row,
          office: body.owner,
          reason: null,
          note: body.reason,
          shared: false,
          fromYear: body.fromYear,
          toYear: null,
        }
        await assignRow(tx, assignment)
        await appendEvent(tx, { stream: 'rights', type: 'assignment.changed', actor: actor.id, data: assignment })
      }
      const { version, sha256, row } = published
      const data = {
        form,
        version,
        sha256,
        row: body.row,
        fromYear: body.fromYear,
        reason: body.reason,
        fields: Object.keys(body.change),
      }
      await appendEvent(tx, { stream: 'rights', type: 'catalogue.published', actor: actor.id, data })
      const after = await readCatalogue(tx, form)
      return {
        version,
        sha256,
        row: onWire(form, row, after?.ownerOf(row, body.fromYear) ?? '', after?.body.groups ?? []),
      }
    })
  },
})
