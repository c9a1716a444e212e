import {
  countUnread,
  listNotices,
  noEvent,
  putMailbox,
  type Queryable,
  reader,
  readMailbox,
  readNotices,
  written,
} from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { noticeView } from '#submissions/noticeView.ts'
import { mailboxView } from './view.ts'

/** The person who asks. @throws no-right for a program, which has no notices */
const requirePerson = (actor: Acting): string => {
  if (actor.session === null)
    throw problem('no-right', { detail: 'Ini hanya untuk orang yang masuk, bukan untuk kunci API.' })
  return actor.person.id
}

/** @throws stale with a version that is not the newest */
const changeMailbox = async (tx: Queryable, { actor, body, deps }: Context<'PUT /mailbox'>) => {
  const person = requirePerson(actor)
  const before = await readMailbox(tx, person)
  const without = [...new Set(body.without)]
  if (!(await putMailbox(tx, person, { address: body.address, without, version: body.version })))
    throw problem('stale', { version: before.version })
  // History says that an address changed, not to what.
  const data = { person, address: before.address !== body.address, without }
  const mailbox = mailboxView(await readMailbox(tx, person), deps.config)
  return written(mailbox, { stream: 'rights', type: 'mailbox.changed', data })
}

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
