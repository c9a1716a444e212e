import { askers } from '../matrix/readRights.ts'
import type { World } from '../matrix/world.ts'
import type { RowChange } from '../watchedTables.ts'

// What a request stored, compared with what reading then shows: every text, number and instant of every row that was written.

/** Secrets, and what repeats or counts what is stored elsewhere: answers kept for their repetition, heads of streams, versions of access, a revision's figures. */
const unread = new Set([
  'account',
  'session',
  'device_key',
  'one_time_code',
  'second_factor',
  'recovery_code',
  'throttle',
  'upload',
  'attached_day',
  'notice_day',
  'idempotent_answer',
  'event_head',
  'access_version',
  'report_line',
  'search_name',
  'feed_entry',
  'figure',
  'shipped_catalogue',
])

/** Columns that are not read themselves: made of others, or kept for the audit alone. */
const silent: Record<string, readonly string[]> = {
  seconding: ['act', 'asked_by', 'decided_by'],
  person: ['email', 'display_username', 'disabled_at', 'salt'],
  post: ['person_id', 'created_at'],
  api_key: ['hash', 'owner_id', 'former_owner_ids'],
  webhook: ['secret', 'former_secret', 'by'],
  webhook_message: ['webhook_id', 'body', 'tried', 'tried_before'],
  office: ['path'],
  office_span: ['id', 'office_id'],
  setting: ['updated_by'],
  emblem: ['version', 'by', 'at'],
  form_version: ['note', 'published_by'],
  obligation: ['due_at', 'created_at'],
  reminder: ['by', 'day'],
  notice: ['person_id', 'about'],
  mailbox: ['person_id'],
  submission: ['created_by', 'created_at', 'claimed_at', 'reviewed_by', 'recheck', 'progress_version'],
  answer_row: ['submission_id'],
  answer_change: ['device', 'device_at', 'op', 'submission_id', 'table_id', 'row_id', 'field'],
  revision: ['submission_id'],
  wave: ['created_at'],
  attachment: ['removed_at'],
  tick: ['digest'],
  contribution: ['submission_id'],
  reopen_request: ['submission_id'],
  edition_text: ['edition_id'],
  edition_frozen: ['edition_id'],
  edition_return: ['id', 'edition_id'],
  edition_sending: ['edition_id'],
  edition_carried: ['edition_id'],
  edition_file: ['edition_id', 'address'],
  event: ['stream', 'prev'],
}
/** Of an answer's cell, who and when are in the changes; what an event binds is for `audit:verify` alone. */
const silentInside = new Set(['by', 'at', 'bound'])

const instant = /^\d{4,6}-\d\d-\d\d[T ]\d\d:\d\d/

const normal = (text: string): string => {
  const time = instant.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? text : `@${time}`
}

/** Every text and number in a value, and (of what was read) every key. */
const leaves = (value: unknown, into: Set<string>, withKeys: boolean): Set<string> => {
  if (typeof value === 'string') into.add(normal(value))
  else if (typeof value === 'number') into.add(String(value))
  else if (Array.isArray(value)) for (const inner of value) leaves(inner, into, withKeys)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (withKeys) into.add(normal(key))
      if (withKeys || !silentInside.has(key)) leaves(inner, into, withKeys)
    }
  return into
}

type Row = Record<string, unknown>
type Reading = [who: ReturnType<World['asker']>, path: string]

/** Where a row of a table is read; `archived`: the submissions that are values from before the system, of whichever office. */
const readings = (world: World, archived: ReadonlySet<unknown>): Record<string, (row: Row) => Reading[]> => {
  const { admin, asker } = world
  const operator = asker('operator own', '')
  const all = asker('leader all', '')
  /** By the person whose it is, where that is one of those who ask. */
  const own = (id: unknown, path: string): Reading[] =>
    askers
      .filter(name => name !== 'nobody' && !name.startsWith('key '))
      .map(name => asker(name, ''))
      .filter(who => who.personId === id)
      .map(who => [who, path])
  const report = (id: unknown, rest = ''): Reading => [archived.has(id) ? all : operator, `/submissions/${id}${rest}`]
  const person = (id: unknown): Reading => [admin, `/people/${id}`]
  const office = (id: unknown): Reading => [admin, `/offices/${id}`]
  return {
    person: ({ id }) => [person(id)],
    post: ({ person_id }) => [person(person_id)],
    seconding: () => [[admin, '/secondings?limit=200']],
    api_key: () => [[admin, '/keys?limit=200']],
    webhook: () => [[admin, '/webhooks']],
    webhook_message: ({ webhook_id }) => [[admin, `/webhooks/${webhook_id}/messages?limit=200`]],
    office: ({ id }) => [office(id)],
    office_span: ({ office_id }) => [office(office_id)],
    reorganisation: ({ office_id }) => [[admin, `/offices/${office_id}/reorganisation`]],
    setting: () => [[admin, '/settings']],
    form_version: ({ form }) => [[admin, `/forms/${form}`]],
    period: ({ form }) => [[admin, `/periods?form=${form}`]],
    rule_set: () => [[admin, '/rule-sets']],
    wave: () => [[admin, '/waves']],
    paper_template: ({ paper }) => [[admin, `/paper-templates/${paper}`]],
    edition_outline: ({ type }) => [[admin, `/edition-outlines/${type}`]],
    emblem: () => [[admin, '/emblem']],
    announcement: () => [[admin, '/announcements']],
    edition: ({ id }) => [[all, `/editions/${id}`]],
    edition_text: ({ edition_id, section }) => [[all, `/editions/${edition_id}/sections/${section}`]],
    edition_frozen: ({ edition_id }) => [
      [all, `/editions/${edition_id}/document`],
      [all, `/editions/${edition_id}`],
    ],
    edition_return: ({ edition_id }) => [[all, `/editions/${edition_id}`]],
    edition_sending: ({ edition_id }) => [[all, `/editions/${edition_id}`]],
    edition_carried: ({ edition_id }) => [[all, `/editions/${edition_id}/paste`]],
    edition_file: ({ edition_id }) => [[all, `/editions/${edition_id}/files`]],
    listed_code: ({ year, code }) => [
      [admin, `/nomenclature/${year}?codes=${code}`],
      [admin, '/nomenclature'],
    ],
    row_assignment: ({ form, from_year }) => [[admin, `/assignments?limit=200&form=${form}&year=${from_year}`]],
    notice: ({ person_id }) => own(person_id, '/notices?limit=200'),
    mailbox: ({ person_id }) => own(person_id, '/mailbox'),
    reminder: () => [[all, '/obligations?limit=200']],
    obligation: ({ form, period, practice }) => [
      [all, `/obligations?limit=200&form=${form}&period=${period}&practice=${practice}`],
    ],
    submission: ({ id }) => [report(id), report(id, '/form')],
    answer_row: ({ submission_id }) => [
      report(submission_id, '/answers?revs=true'),
      report(submission_id, '/changes?limit=500'),
    ],
    answer_change: ({ submission_id, seq }) => [report(submission_id, `/changes?since=${Number(seq) - 1}`)],
    revision: ({ submission_id, n }) => [report(submission_id, `/revisions/${n}`)],
    note: ({ submission_id }) => [report(submission_id, '/notes'), report(submission_id)],
    figure_question: ({ submission_id }) => [[all, `/questions?submission=${submission_id}`]],
    attachment: ({ submission_id }) => [report(submission_id, '/attachments'), report(submission_id)],
    tick: ({ submission_id }) => [report(submission_id)],
    contribution: ({ submission_id }) => [report(submission_id)],
    reopen_request: ({ submission_id }) => [report(submission_id)],
    event: ({ stream, type }) => {
      const id = /^submission\/(.+)$/.exec(String(stream))?.[1]
      // What is extended may have no report yet; its history is read when it has.
      return id === undefined || type === 'submission.extended' || type === 'obligation.reminded'
        ? []
        : [report(id, '/events?limit=200')]
    },
  }
}

/** What was stored and no reading shows, as `table.column: value`. */
export const hidden = async (world: World, changes: RowChange[]): Promise<string[]> => {
  const archived = changes.flatMap(({ table, row }) =>
    table === 'submission' && row?.origin === 'archive' ? [row.id] : [],
  )
  const where = readings(world, new Set(archived))
  const read = new Map<string, Set<string>>()
  const readAt = async ([who, path]: Reading): Promise<Set<string>> => {
    // two people may ask one address for what is their own
    const asked = `${who.personId} ${path}`
    const known = read.get(asked)
    if (known) return known
    const answer = await who.call('GET', path)
    if (answer.statusCode !== 200) throw new Error(`GET ${path}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
    const found = leaves(answer.json(), new Set(), true)
    read.set(asked, found)
    return found
  }
  // Of a row that was written several times, the last counts.
  const last = new Map<string, RowChange>()
  for (const change of changes) last.set(`${change.table} ${keyOf(change.row ?? change.was ?? {})}`, change)
  const missing: string[] = []
  for (const { table, row } of last.values()) {
    if (row === null || unread.has(table)) continue
    const places = where[table]
    if (!places) throw new Error(`${table} is written, and nothing says where it is read`)
    const found = await Promise.all(places(row).map(readAt))
    if (found.length === 0) continue
    for (const [column, value] of Object.entries(row)) {
      if (silent[table]?.includes(column)) continue
      for (const leaf of leaves(value, new Set(), false))
        if (!found.some(texts => texts.has(leaf))) missing.push(`${table}.${column}: ${leaf.slice(0, 200)}`)
    }
  }
  return missing
}

const keyOf = (row: Row): string => {
  const keys = [
    'id',
    'change_id',
    'submission_id',
    'table_id',
    'row_id',
    'n',
    'code',
    'row',
    'form',
    'version',
    'key',
    'stream',
    'seq',
    'anchor',
  ]
  return JSON.stringify(keys.map(key => row[key] ?? null))
}
