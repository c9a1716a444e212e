import { appendEvent, publishCatalogue, type Revised, type RevisionRefused, reader, reviseCatalogue } from '@sepakat/db'
import { type CatalogueRevision, rowChanges } from '@sepakat/rules'
import { requireForm } from '../../http/acting.ts'
import { invalid } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { correctionOf } from './correction-of.ts'
import { effectsOf } from './effects.ts'
import { refusal } from './refusal.ts'

const refusedRevision = (refused: RevisionRefused, { correct, add, retire }: CatalogueRevision): Error => {
  if (refused.refused === 'invalid' && !correct && !add)
    return invalid(
      '/until/to',
      'Ada baris yang berakhir sebelum mulai, atau sudah punya masa berlaku lain pada tahun itu. Pilih tahun lain, atau lepaskan barisnya.',
    )
  if (refused.refused === 'no-row' && retire)
    return invalid(
      '/retire/lastYear',
      refused.slice.row === retire.row
        ? `Baris ini tidak berlaku pada tahun ${retire.lastYear}. Pilih tahun ketika baris ini masih berlaku.`
        : `Baris ${refused.slice.row} di bawahnya baru berlaku sesudah tahun ${retire.lastYear}. Pilih tahun sesudah itu.`,
    )
  return refusal(refused, add ? 'add' : 'change')
}

/** The id of the row that a revision added. */
const addedId = ({ before, after }: Revised): string | null => {
  const known = new Set(before.rows.map(({ id }) => id))
  return after.rows.find(({ id }) => !known.has(id))?.id ?? null
}

export const versionHandlers = handlers({
  'POST /catalogues/:type/:form/versions/preview': async ({ params, body, actor, db }) => {
    const form = requireForm(actor, params)
    const { basedOn, correct, ...others } = body
    const revision = { ...others, correct: correct && correctionOf(correct) }
    const tx = reader(db)
    const revised = await reviseCatalogue(tx, { form, basedOn, revision })
    if ('refused' in revised) throw refusedRevision(revised, revision)
    return await effectsOf(tx, form, revised, correct?.fromYear)
  },

  'POST /catalogues/:type/:form/versions': async ({ params, body, actor, write, now }) => {
    const form = requireForm(actor, params)
    const { basedOn, reason, ...revision } = body
    return await write(async tx => {
      const published = await publishCatalogue(tx, { form, basedOn, revision, note: reason, by: actor.id })
      if ('refused' in published) throw refusedRevision(published, revision)
      const { version, sha256, before, after } = published
      const changes = rowChanges(before.rows, after.rows)
      if (changes.length === 0) throw invalid('', 'Tidak ada baris yang berubah karenanya.')
      const rows = [...new Set(changes.map(({ row }) => row))]
      const fields = [...new Set(changes.map(({ field }) => field))]
      const data = { form, version, sha256, reason, rows, fields }
      await appendEvent(tx, { stream: 'rights', type: 'catalogue.published', actor: actor.id, at: now, data })
      return { version, sha256, changed: rows.length, added: addedId(published) }
    })
  },
})
