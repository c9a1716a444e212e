import type { FormId, PeriodKey, ReportType, Role, Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/officeName.ts'
import { holdsToday } from '../people/holdsOn.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'

/** What has a name of its own: an office, a person, a row of a catalogue, a row that an office added. */
export const namedKinds = ['office', 'person', 'row', 'item'] as const
export type NamedKind = (typeof namedKinds)[number]

/** Null in it: all. `people`: their numbers too, and who holds no post. */
export interface SearchReach {
  offices: string[] | null
  reportTypes: ReportType[]
  people: boolean
}
export interface NamesAsk {
  kinds: readonly NamedKind[]
  words: string
  /** `words` without spaces, where it may be a code; else ''. */
  code: string
  reach: SearchReach
  /** Of each kind. */
  limit: number
  today: string
}
export interface FoundName {
  kind: NamedKind
  key: string
  owner: string
  form: FormId
  table: string
  row: string
  title: string
  code: string
  /** Of the office, today; '' of what has none. */
  office: string
  shortName: string
  /** What the office was or will be called; '' where nothing else. */
  otherNames: string
  /** The post that a person holds today, in reach. */
  post: { role: Role; title: string; acting: string | null } | null
  /** The report it is in: of a catalogue's row the newest of the own offices. */
  submission: string | null
  period: PeriodKey | null
  status: Status | null
}

const met = (how: string) => `NOT EXISTS (SELECT 1 FROM unnest($3::text[]) AS w(word) WHERE NOT (${how}))`
const begun = `' ' || n.words LIKE '% ' || w.word || '%'`
const inside = `n.words LIKE '%' || w.word || '%'`
/** Half of the trigrams of a word of the name: a letter more, less, wrong or exchanged; `<<%` asks the index for as much. */
const alike = `(${inside} OR (length(w.word) > 3 AND strict_word_similarity(w.word, n.words) >= 0.5))`

const anywhere = '($9::bool OR $7::uuid[] IS NULL)'
/** The posts of a person today that are in reach, each with its first office that is: by it the person was found, and no other is said. */
const postsOf = (person: string) => `post t JOIN person p ON p.id = t.person_id
  LEFT JOIN LATERAL (SELECT i.id FROM unnest(t.office_ids) WITH ORDINALITY AS i(id, n) JOIN office u ON u.id = i.id
    WHERE ${anywhere} OR u.path && $7 ORDER BY i.n LIMIT 1) i ON true
  WHERE t.person_id = ${person} AND ${holdsToday('$10')} AND (${anywhere} OR i.id IS NOT NULL)`
const assigned = `EXISTS (SELECT 1 FROM row_assignment a JOIN office u ON u.id = a.office_id
  WHERE a.form = n.form AND a."row" IN (n.root, '*') AND u.path && $7)`
/** What is not in reach is not there. */
const reached = `CASE n.kind
  WHEN 'office' THEN $7::uuid[] IS NULL OR o.path && $7
  WHEN 'person' THEN $9::bool OR EXISTS (SELECT 1 FROM ${postsOf('n.owner')})
  WHEN 'row' THEN split_part(n.form, '/', 1) = ANY ($8::text[]) AND ($7::uuid[] IS NULL OR ${assigned})
  ELSE split_part(n.form, '/', 1) = ANY ($8::text[]) AND ($7::uuid[] IS NULL OR o.path && $7) END`
/** The number of a person is not sought by who does not manage people. */
const byCode = `$5::text <> '~' AND (n.kind <> 'person' OR $9::bool)`

const found = (where: string, all: string) => `
  SELECT n.*, o.id AS office_id, row_number() OVER (PARTITION BY n.kind ORDER BY rank, similarity(n.words, $2::text) DESC, length(n.words), n.title, n.key) AS at
  FROM (SELECT n.*, CASE
      WHEN ${byCode} AND n.tight = $5 THEN 0
      WHEN n.words = $2 THEN 1
      WHEN ${byCode} AND starts_with(n.tight, $5) THEN 2
      WHEN starts_with(n.words, $2) THEN 3
      WHEN ${met(begun)} THEN 4
      WHEN ${met(inside)} THEN 5
      ${all} END AS rank
    FROM search_name n WHERE n.kind = ANY ($1::text[]) AND (${where})) n
  LEFT JOIN office o ON o.id = n.owner
  WHERE n.rank IS NOT NULL AND ${reached}`

/** The newest report of this form of the own offices, at the row that was found. */
const ownReport = `SELECT l.submission_id FROM (SELECT key FROM period WHERE form = f.form ORDER BY key DESC LIMIT 8) p
  JOIN report_line l ON l.form = f.form AND l.period = p.key AND l.office_id = ANY ($7::uuid[]) AND l.list = 'obligation' AND NOT l.practice
  WHERE f.kind = 'row' AND l.submission_id IS NOT NULL ORDER BY p.key DESC LIMIT 1`

const heldPost = `LEFT JOIN LATERAL (
    SELECT i.id AS office, jsonb_build_object('role', t.role, 'title', t.title, 'acting', t.acting) AS post
    FROM ${postsOf('f.owner')} AND f.kind = 'person'
    ORDER BY t."from" DESC, t.id LIMIT 1) h ON true`

const names = (found: string) => `
  SELECT f.kind, f.key, COALESCE(h.office, f.owner) AS owner, f.form, f.table_id AS "table", f.row_id AS "row", f.title, CASE WHEN f.kind = 'person' AND NOT $9::bool THEN '' ELSE f.code END AS code,
    COALESCE(w.name, '') AS office, COALESCE(w.short_name, '') AS "shortName", COALESCE(x.names, '') AS "otherNames", h.post,
    s.id AS submission, s.period, s.status
  FROM (${found}) f
  ${heldPost}
  LEFT JOIN LATERAL ${officeName('COALESCE(f.office_id, h.office)', '$10::date')} w ON true
  LEFT JOIN LATERAL (SELECT string_agg(DISTINCT e.name, ', ') AS names FROM office_span e WHERE f.kind = 'office' AND e.office_id = f.office_id AND e.name <> w.name) x ON true
  LEFT JOIN submission s ON s.id = COALESCE(f.submission_id, (${ownReport}))
  WHERE f.at <= $6::int
  ORDER BY array_position($1::text[], f.kind), f.at`

const columns = rowOf<FoundName>({
  kind: col.text,
  key: col.text,
  owner: col.uuid.notNull('of NOT NULL columns'),
  form: col.text,
  table: col.text,
  row: col.text,
  title: col.text,
  code: col.text.notNull('of a NOT NULL column'),
  office: col.text.notNull('coalesced'),
  shortName: col.text.notNull('coalesced'),
  otherNames: col.text.notNull('coalesced'),
  post: col.jsonb.orNull,
  submission: col.uuid.orNull,
  period: col.text.orNull,
  status: col.text.orNull,
})

const sought = `n.words LIKE '%' || $4::text || '%' OR (n.tight COLLATE "C" >= $5 AND n.tight COLLATE "C" < $5 || '~')`
const exactly = statement('search-names', names(found(sought, '')), columns)
const roughly = statement(
  'search-names-alike',
  names(found('$4::text <<% n.words', `WHEN ${met(alike)} THEN 6`)),
  columns,
)

/** The best of each kind, one more than asked for where there are more: as typed, or where nothing is, with small slips. */
export const searchNames = async (tx: Queryable, ask: NamesAsk): Promise<FoundName[]> => {
  const { kinds, words, code, reach, limit, today } = ask
  const all = words.split(' ')
  const longest = all.reduce((a, b) => (b.length > a.length ? b : a), '')
  if (longest === '' || kinds.length === 0) return []
  const read = (how: Statement<FoundName>) =>
    tx.query(how, [
      kinds,
      words,
      all,
      longest,
      code || '~',
      limit + 1,
      reach.offices,
      reach.reportTypes,
      reach.people,
      today,
    ])
  const found = await read(exactly)
  return found.length > 0 || longest.length < 4 ? found : read(roughly)
}
