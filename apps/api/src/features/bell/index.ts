import { type Asker, type Database, findSubmission, mayRead, mayTo, partOf, reader } from '@sepakat/db'
import { eventHeaders, eventStream } from '../../http/bells/event-stream.ts'
import { problem } from '../../http/problem.ts'
import { createRecognize } from '../../http/recognize.ts'
import { handlers, reply } from '../../http/route.ts'
import { streamsOf } from './streams-of.ts'

/** Below the minute after which proxies close what is silent. */
const beatMs = 20_000
const retryMs = () => 2_000 + Math.floor(Math.random() * 4_000)

/** What of a submission may be heard, as reading it says; null: nothing. Answers that may not be read are not rung for. */
const hearing = async (db: Database, id: string, asker: Asker) => {
  const submission = await findSubmission(reader(db), id)
  if (submission === null) return null
  const part = partOf(asker, submission)
  if (part === null && !mayTo(asker, 'submission.read', submission)) return null
  return { version: submission.version, answers: part !== null || mayRead(asker, submission) }
}

export const bellHandlers = handlers({
  'GET /submissions/:id/bell': async ({ params: { id }, actor, db, today, deps, request }) => {
    let heard = await hearing(db, id, { ...actor, today })
    if (heard === null) throw problem('not-found')
    const streams = streamsOf(actor.person.id)
    if (streams.full()) throw problem('too-many', { detail: 'Terlalu banyak halaman laporan yang terbuka sekaligus.' })
    const stream = eventStream()
    const { bells, region, clock, credentials, config } = deps
    const recognize = createRecognize(db, credentials, config.demo)

    /** The session may have ended since, the post changed or the right gone. */
    const hearingStill = async () => {
      const now = clock()
      const then = await region.today(now)
      const again = await recognize(request, now, then)
      if (again?.id !== actor.id || again.session?.mustChangePassword) return null
      return hearing(db, id, { ...again, today: then })
    }
    /** Where the answers are: who lost a ring learns it here, and who hears nothing for longer has no line any more. */
    const beat = (): void => {
      if (heard?.answers) stream.say({ about: 'answers', version: heard.version })
      else stream.beat()
    }
    const check = async (): Promise<void> => {
      heard = await hearingStill().catch(() => null)
      if (heard === null) stream.end()
      else beat()
    }
    const ignore = bells.listen(id, {
      hear: news => {
        if (news.about === 'report') void check()
        if (news.about === 'report' || heard?.answers) stream.say(news)
      },
      end: stream.end,
    })
    if (ignore === null) throw problem('busy')
    const leave = streams.enter()
    const timer = setInterval(check, beatMs)
    stream.onClose(() => {
      clearInterval(timer)
      ignore()
      leave()
    })
    stream.retry(retryMs())
    beat()
    if (request.method === 'HEAD') stream.end()
    return reply(stream.body as never, { headers: eventHeaders })
  },
})
