import type { Readable } from 'node:stream'
import { type Anchor, covers } from '@sepakat/rules'
import type { FastifyRequest } from 'fastify'
import type { Acting } from '#http/auth/acting.ts'
import { createRecognizer } from '#http/auth/createRecognizer.ts'
import type { Deps } from '#http/deps.ts'
import { eventStream } from '#http/live-updates/eventStream.ts'
import type { Place } from '#http/live-updates/news.ts'
import { problem } from '#http/problem.ts'
import { owedFirst } from '#http/sessionRoutes.ts'
import { type Hearing, hearing } from './hearing.ts'

const most = 12
const open = new Map<string, Set<() => void>>()

/**
 * Counts the streams that one person has open in this process, and ends the oldest where there are more than twelve: a line that
 * broke leaves a stream behind that nothing tells of for a quarter of an hour, and must not shut the person out. Gives the way to leave.
 */
const enterStream = (person: string, end: () => void): (() => void) => {
  const own = open.get(person) ?? new Set()
  open.set(person, own.add(end))
  const [oldest] = own
  if (own.size > most && oldest) {
    own.delete(oldest)
    oldest()
  }
  return () => {
    own.delete(end)
    if (own.size === 0 && open.get(person) === own) open.delete(person)
  }
}

/** Below the minute after which proxies close what is silent. */
const beatMs = 20_000
const retryMs = () => 2_000 + Math.floor(Math.random() * 4_000)

/** The others who fill in, as who hears this may see them. */
const othersIn = (people: Place[], { fills, part }: Hearing, me: string): Place[] => {
  const isOpen = (at: string) => part === null || part.some(anchor => covers(anchor, at as Anchor))
  return fills
    ? people.filter(({ person }) => person !== me).map(one => ({ ...one, at: isOpen(one.at) ? one.at : '' }))
    : []
}

interface Opening {
  id: string
  actor: Acting
  first: Hearing
  request: FastifyRequest
  deps: Deps
}

/** A stream of what is new of a submission, for as long as it may be heard. @throws busy while the process stops */
export const listen = ({ id, actor, first, request, deps }: Opening): Readable => {
  const { liveUpdates, region, clock, credentials, config, db } = deps
  const recognize = createRecognizer(db, credentials, config.demo)
  const stream = eventStream()
  const { person } = actor
  let heard: Hearing = first
  let shown = '[]'

  /** The session may have ended since, the post changed or the right gone. */
  const hearingStill = async (): Promise<Hearing | null> => {
    const now = clock()
    const today = await region.today(now)
    const again = await recognize(request, { now, today, quietly: true })
    if (again?.id !== actor.id || owedFirst(again, config) !== null) return null
    return hearing(db, id, again)
  }
  /** The version of the answers: a client that lost an update learns it here; one that hears nothing for longer is disconnected. */
  const beat = (): void => {
    if (heard.answers) stream.say({ about: 'answers', version: heard.version })
    else stream.beat()
  }
  const showPeople = (): void => {
    const people = othersIn(liveUpdates.people(id), heard, person.id)
    const next = JSON.stringify(people)
    if (next !== shown) stream.say({ about: 'people', people })
    shown = next
  }
  const check = async (): Promise<void> => {
    const next = await hearingStill().catch(() => null)
    if (next === null) return stream.end()
    heard = next
    beat()
    showPeople()
  }
  const ignore = liveUpdates.listen(id, {
    person: person.id,
    check: () => void check(),
    hear: news => {
      if (news.about === 'report') void check()
      if (news.about === 'people') showPeople()
      else if (news.about === 'report' || heard.answers) stream.say(news)
    },
    end: stream.end,
  })
  if (ignore === null) throw problem('busy')
  const leave = enterStream(person.id, stream.end)
  const timer = setInterval(check, beatMs)
  stream.onClose(() => {
    clearInterval(timer)
    ignore()
    leave()
  })
  stream.retry(retryMs())
  beat()
  showPeople()
  if (request.method === 'HEAD') stream.end()
  else if (heard.fills) liveUpdates.say(id, { about: 'sign', person: person.id, name: person.name })
  return stream.body
}
