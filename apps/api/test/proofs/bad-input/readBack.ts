import type { Route } from '@sepakat/contract'
import type { Answered } from './oneTry.ts'

type Json = Record<string, unknown>
/** Where what was answered is read again, and which part of that reading it is. */
type Again = (answer: Json, path: string) => [path: string, part: (read: Json) => unknown]

const itself = (read: Json): unknown => read
const item =
  (answer: Json, ...keys: string[]) =>
  (read: Json): unknown =>
    (read.items as Json[]).find(it => keys.every(key => it[key] === answer[key]))
const above = (path: string, parts: number): string => path.split('/').slice(0, parts).join('/')

const office: Again = ({ id }) => [`/offices/${id}`, itself]
const person: Again = ({ id }) => [`/people/${id}`, itself]
const wave: Again = answer => ['/waves', item(answer, 'id')]
const ruleSet: Again = answer => ['/rule-sets', item(answer, 'id')]
const report: Again = ({ id }) => [`/submissions/${id}`, itself]
const note: Again = (answer, path) => [`${above(path, 3)}/notes`, item(answer, 'id')]

const question: Again = answer => [`/questions?submission=${answer.submission}`, item(answer, 'id')]

const again: Partial<Record<Route, Again>> = {
  'POST /offices': office,
  'POST /offices/:id/spans': office,
  'POST /offices/:id/end': office,
  'POST /people': person,
  'PATCH /people/:id': person,
  'POST /people/:id/posts': ({ id }, path) => [
    above(path, 3),
    read => (read.posts as Json[]).find(post => post.id === id),
  ],
  'POST /keys': answer => ['/keys?limit=200', item(answer, 'id')],
  'PATCH /keys/:id': answer => ['/keys?limit=200', item(answer, 'id')],
  'PUT /mailbox': () => ['/mailbox', itself],
  'PUT /settings/:key': answer => ['/settings', item(answer, 'key')],
  'POST /paper-templates/:paper': answer => ['/paper-templates', item(answer, 'paper')],
  'POST /edition-outlines/:type': answer => ['/edition-outlines', item(answer, 'type')],
  'PUT /emblem': () => ['/paper-templates', read => ({ emblem: read.emblem })],
  'PUT /editions/:id/files/:file/signature': (answer, path) => [above(path, 4), item(answer, 'id')],
  'PUT /editions/:id/sendings/:addressee/receipt': (answer, path) => [
    above(path, 3),
    read => {
      type Sending = { sent: { file: Json | null } | null }
      return (read.sendings as Sending[]).map(({ sent }) => sent?.file).find(file => file?.sha256 === answer.sha256)
    },
  ],
  'POST /webhooks': answer => ['/webhooks', item(answer, 'id')],
  'PUT /webhooks/:id': answer => ['/webhooks', item(answer, 'id')],
  'POST /announcements': answer => ['/announcements', item(answer, 'id')],
  'POST /rule-sets': ruleSet,
  'POST /rule-sets/:id/approve': ruleSet,
  'POST /rule-sets/:id/withdraw': ruleSet,
  'POST /waves': wave,
  'PUT /waves/:id': wave,
  'POST /assignments': answer => [
    `/assignments?limit=200&form=${answer.form}&year=${answer.fromYear}`,
    item(answer, 'id'),
  ],
  'POST /submissions': report,
  'POST /submissions/:id/version': report,
  'POST /submissions/:id/sign': report,
  'POST /submissions/:id/decline': report,
  'POST /submissions/:id/withdraw': report,
  'POST /submissions/:id/claim': report,
  'POST /submissions/:id/release': report,
  'POST /submissions/:id/return': report,
  'POST /submissions/:id/approve': report,
  'POST /submissions/:id/reopen': report,
  'POST /submissions/:id/reopen-requests': report,
  'POST /submissions/:id/reopen-requests/:request/decline': report,
  'POST /submissions/:id/reopen-requests/:request/withdraw': report,
  'PUT /submissions/:id/ticks': report,
  'POST /submissions/:id/contributions': report,
  'POST /submissions/:id/contributions/:contribution/done': report,
  'POST /submissions/:id/contributions/:contribution/take-back': report,
  'POST /submissions/:id/contributions/:contribution/return': report,
  'POST /submissions/:id/questions': question,
  'POST /submissions/:id/questions/:question/answers': question,
  'POST /submissions/:id/questions/:question/close': question,
  'POST /submissions/:id/notes': note,
  'POST /submissions/:id/notes/:note/answers': note,
  'POST /submissions/:id/notes/:note/resolve': note,
  'POST /submissions/:id/attachments': (answer, path) => [path, item(answer, 'id')],
  'PATCH /submissions/:id/attachments/:attachment': (answer, path) => [above(path, 4), item(answer, 'id')],
  'PUT /submissions/:id/revisions/:n/signature': (answer, path) => [
    `${above(path, 3)}/attachments`,
    item(answer, 'id'),
  ],
  'PUT /submissions/:id/attachments/:attachment': (answer, path) => [above(path, 4), item(answer, 'id')],
}
/** Computed at each read. A key itself is shown once. */
const passing = new Set(['progress', 'lastUsedAt'])

/** Which fields of an accepted request's answer a reading by the same asker gives otherwise. */
export const readOtherwise = async (route: Route, { who, path, answer }: Answered): Promise<string[]> => {
  const where = again[route]
  if (!where) return []
  const given = answer.json() as Json
  const [place, part] = where(given, path)
  const read = await who.call('GET', place)
  // a key may be given a permission to write alone; whether those who may read see what it stored, `hidden` asks
  if (read.statusCode === 403 && 'authorization' in who.headers) return []
  if (read.statusCode !== 200) return [`GET ${place}: ${read.statusCode}`]
  const found = (part(read.json()) ?? {}) as Json
  return Object.keys(given)
    .filter(field => !passing.has(field) && !(field === 'key' && route === 'POST /keys') && field !== 'secret')
    .filter(field => JSON.stringify(given[field]) !== JSON.stringify(found[field]))
    .map(field => `${field} is ${JSON.stringify(found[field])} after ${JSON.stringify(given[field])}`)
}
