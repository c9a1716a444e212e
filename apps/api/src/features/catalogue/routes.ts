import {
  appendEvent,
  assignRow,
  listCatalogues,
  publishCatalogue,
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
import { requireForm } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { correctionOf } from './correction-of.ts'
import { proposalHandlers } from './proposals.ts'
import { refusal } from './refusal.ts'
import { versionHandlers } from './versions.ts'

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
  bounds: row.bounds ?? null,
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

/** Whether a row is no longer there after a year: no later slice of it goes on. */
const endsIn = (rows: CatalogueRow[], row: CatalogueRow, year: number): boolean =>
  row.to === year && !rows.some(later => later.id === row.id && later.from > year)

export const catalogueHandlers = handlers({
  ...versionHandlers,
  ...proposalHandlers,

  'GET /catalogues': async ({ db }) => ({
    items: (await listCatalogues(reader(db))).map(c => ({
      ...c,
      publishedAt: c.publishedAt.toISOString(),
      proposal: c.proposal && { ...c.proposal, arrivedAt: new Date(c.proposal.arrivedAt).toISOString() },
    })),
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
        (query.endsIn === undefined || endsIn(catalogue.body.rows, r, query.endsIn)) &&
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
    const form = requireForm(actor, params)
    return await write(async tx => {
      const before = await readCatalogue(tx, form)
      const slice = before && rowsOf(before.body, body.fromYear).find(r => r.id === body.row)
      const published = await publishCatalogue(tx, {
        form,
        basedOn: body.basedOn,
        note: body.reason,
        by: actor.id,
        revision: { correct: correctionOf(body) },
      })
      if ('refused' in published) throw refusal(published)
      const row = rowsOf(published.after, body.fromYear).find(r => r.id === body.row)!
      if (tableOf(form, row)?.ownRule && !isSameButWords(slice?.formula, row.formula))
        throw invalid(
          '/change/formula',
          'Formulir ini menghitung baris ini menurut aturannya sendiri. Dari rumusnya hanya bunyi isiannya yang dapat diperbaiki.',
        )
      if (body.owner !== undefined) {
        if ((await unknownOffices(tx, [body.owner])).length > 0)
          throw invalid('/owner', 'Perangkat daerah ini tidak dikenal.')
        if (row.parent !== undefined)
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
      const { version, sha256 } = published
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
