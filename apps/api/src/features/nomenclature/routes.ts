import { appendEvent, listNomenclatures, putCodes, reader, removeNomenclature, tellCodes } from '@sepakat/db'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

export const nomenclatureHandlers = handlers({
  'GET /nomenclature': async ({ db }) => ({ items: await listNomenclatures(reader(db)) }),

  'GET /nomenclature/:year': async ({ params: { year }, query: { codes }, db }) => ({
    items: await tellCodes(reader(db), year, codes.split(',')),
  }),

  'PUT /nomenclature/:year': ({ params: { year }, body: { codes }, actor, write, now }) =>
    write(async tx => {
      await putCodes(tx, year, codes)
      const data = { year, codes: codes.length }
      await appendEvent(tx, { stream: 'rights', type: 'nomenclature.changed', actor: actor.id, at: now, data })
      return null
    }),

  'DELETE /nomenclature/:year': ({ params: { year }, actor, write, now }) =>
    write(async tx => {
      const codes = await removeNomenclature(tx, year)
      if (codes === 0) throw problem('not-found', { detail: `Belum ada daftar nomenklatur tahun ${year}.` })
      const data = { year, codes, removed: true }
      await appendEvent(tx, { stream: 'rights', type: 'nomenclature.changed', actor: actor.id, at: now, data })
      return null
    }),
})
