import { actorNames, listChanges, reader, withinPart } from '@sepakat/db'
import { parseAnchor } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { readableAnswers } from './readableAnswers.ts'
import { changeView } from './view.ts'

type Asked = Context<'GET /submissions/:id/changes'>

/** Accepted changes after a number, or the history of one cell. @throws not-found, no-right, invalid */
export const readChanges = async (asked: Asked) => {
  const { since, limit, pointer = '' } = asked.query
  const tx = reader(asked.db)
  const submission = await readableAnswers(asked)
  const { id, version, part } = submission
  const within = part === null ? undefined : (await withinPart(tx, submission, part)).rows
  const at = parseAnchor(pointer)
  if (at === null) throw invalid('/pointer', 'Alamat ditulis /tabel/baris/isian atau /tabel/baris.')
  const { rows, more } = await listChanges(tx, id, { since, limit, at, within })
  const nameOf = await actorNames(
    tx,
    rows.map(({ actor }) => actor),
  )
  return { version, items: rows.map(row => changeView(row, nameOf)), more }
}
