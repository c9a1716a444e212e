import { countUnread, listNotices, noEvent, reader, readMailbox, readNotices } from '@sepakat/db'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { invalid } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { noticeView } from '#submissions/noticeView.ts'
import { changeMailbox } from './changeMailbox.ts'
import { requirePerson } from './requirePerson.ts'
import { mailboxView } from './view.ts'

/** Where the page before ended. @throws invalid where it was not written by us */
const placeOf = (cursor: string | undefined) => {
  if (cursor === undefined) return null
  const [text = '', id = ''] = readCursor(cursor, 2)
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return { at, id }
}

/** A person's own notices and how they are told: a program has none. */
export const noticeHandlers = handlers({
  'GET /notices': async ({ actor, db, query: { limit, cursor } }) => {
    const person = requirePerson(actor)
    const { items, next } = pageOf(
      await listNotices(reader(db), person, { after: placeOf(cursor), limit }),
      limit,
      last => writeCursor(last.at.toISOString(), last.id),
    )
    return { items: items.map(noticeView), next }
  },
  'GET /notices/unread': async ({ actor, db }) => ({ unread: await countUnread(reader(db), requirePerson(actor)) }),
  'POST /notices/read': async ({ actor, body, now, write }) => {
    const person = requirePerson(actor)
    const which = { ids: body.notices, upTo: body.upTo === null ? null : new Date(body.upTo) }
    return write(async tx => noEvent(await readNotices(tx, person, which, now).then(() => null)))
  },
  'GET /mailbox': async ({ actor, db, deps }) =>
    mailboxView(await readMailbox(reader(db), requirePerson(actor)), deps.config),
  'PUT /mailbox': asked => asked.write(tx => changeMailbox(tx, asked)),
})
