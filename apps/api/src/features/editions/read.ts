import {
  type EditionRow,
  listEditionReturns,
  listEditionSendings,
  listEditions,
  type Queryable,
  readEditionTexts,
  writersOf,
} from '@sepakat/db'
import { type EditionData, type EditionSectionOutline, type Narrative, piecesOf, previousPeriod } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import type { FoundEdition } from './findEdition.ts'
import { saidOf } from './saidOf.ts'
import { byView, editionLine, sentView } from './view.ts'

const wordsIn = (narrative: Narrative): number =>
  piecesOf(narrative).reduce(
    (sum, { piece }) => sum + (piece.piece === 'text' ? piece.text.split(/\s+/).filter(Boolean).length : 1),
    0,
  )

/** What who asks may do with it in its status. */
const mayNow = ({ status }: EditionRow, { permissions }: Pick<Acting, 'permissions'>) => {
  const manages = permissions.has('edition.manage')
  const reviews = status === 'in-review' && permissions.has('edition.review')
  const approves = status === 'for-approval' && permissions.has('edition.approve')
  const isSent = status === 'in-review' || status === 'for-approval'
  return {
    write: manages && status === 'draft',
    send: manages && status === 'draft',
    review: reviews,
    return: reviews || approves || (manages && isSent),
    approve: approves,
    sign: status === 'frozen' && permissions.has('edition.approve'),
    sending: manages && status === 'frozen',
  }
}

/** One edition with the state of each section, its versions, and where it is sent. */
export const read = async (
  tx: Queryable,
  found: FoundEdition,
  { actor, data }: { actor: Acting; data: () => Promise<EditionData> },
) => {
  const { edition, kind } = found
  const isFrozen = edition.status === 'frozen'
  const [texts, returns, sendings, versions, before, writers, known] = await Promise.all([
    readEditionTexts(tx, edition.id),
    listEditionReturns(tx, edition.id),
    listEditionSendings(tx, edition.id),
    listEditions(tx, { types: [edition.type], period: edition.period }),
    listEditions(tx, { types: [edition.type], period: previousPeriod(edition.period) }),
    writersOf(tx, edition.id),
    isFrozen ? null : data(),
  ])
  const section = (outline: EditionSectionOutline) => {
    const text = texts.get(outline.id)
    const { said, marks } = text && known ? saidOf(text.narrative, known) : { said: [], marks: [] }
    return {
      id: outline.id,
      number: outline.number,
      title: outline.title,
      guide: outline.guide,
      optional: outline.optional ?? false,
      hidden: outline.hidden ?? false,
      has: outline.has.map(one =>
        'table' in one
          ? { as: 'table' as const, id: one.table, title: kind.tables[one.table]?.title ?? '' }
          : { as: 'chart' as const, id: one.chart, title: kind.charts[one.chart]?.title ?? '' },
      ),
      rev: text?.rev ?? 0,
      by: text ? byView(text.by) : null,
      at: text?.at.toISOString() ?? null,
      carried: text?.carried ?? false,
      words: text ? wordsIn(text.narrative) : 0,
      moved: said.filter(({ moved }) => moved).length,
      marks: marks.length,
    }
  }
  const titled = (all: Record<string, { title: string }>) =>
    Object.entries(all).map(([id, { title }]) => ({ id, title }))
  const may = mayNow(edition, actor)
  const { statement, statementBy } = edition
  return {
    ...editionLine(edition),
    reviewed: edition.reviewed,
    legal: edition.outline.legal,
    chapters: edition.outline.chapters.map(({ id, number, title, sections }) => ({
      id,
      number,
      title,
      sections: sections.map(section),
    })),
    tables: titled(kind.tables),
    charts: titled(kind.charts),
    statement: statement && statementBy && { ...statement, by: byView(statementBy) },
    returns: returns.map(({ text, by, at }) => ({ text, by: byView(by), at: at.toISOString() })),
    sendings: kind.sentTo.map(addressee => {
      const sent = sendings.find(one => one.addressee === addressee.id) ?? null
      return {
        ...addressee,
        sent: sent && sentView(sent),
      }
    }),
    versions: versions.map(({ id, version, period, status, statusAt }) => ({
      id,
      version,
      period,
      status,
      statusAt: statusAt.toISOString(),
    })),
    before: before.find(({ status }) => status === 'frozen')?.id ?? null,
    may: { ...may, approve: may.approve && !writers.has(actor.person.id) },
    approval: may.approve && writers.has(actor.person.id) ? ownWork : null,
  }
}

/** Why somebody may not approve an edition. */
export const ownWork = 'Naskahnya ikut Anda tulis, jadi orang lain yang mengesahkan.'
