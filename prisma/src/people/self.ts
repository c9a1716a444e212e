import type { Queryable } from '../database.ts'
import { lacksSecondFactor } from '../sessions/secondFactor.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type PostRow, postJson } from './posts.ts'

export interface SelfRow {
  name: string
  nip: string | null
  username: string | null
  demo: boolean
  mustChangePassword: boolean
  /** Has no second factor, and holds a post that asks for one. */
  lacksSecondFactor: boolean
  email: string
  /** Valid today, oldest first. */
  posts: PostRow[]
}

// By SQL: each visit reads it.
const personSelf = statement(
  'person-self',
  `SELECT p.name, p.nip, p.username, p.demo, p.must_change_password AS "mustChangePassword", p.email,
          ${lacksSecondFactor('$2')} AS "lacksSecondFactor",
          COALESCE((SELECT json_agg(${postJson} ORDER BY t."from", t.id) FROM post t
                    WHERE t.person_id = p.id AND t."from" <= $2::date AND (t."to" IS NULL OR t."to" >= $2::date)), '[]') AS posts
   FROM person p WHERE p.id = $1`,
  rowOf<SelfRow>({
    name: col.text,
    nip: col.text.orNull,
    username: col.text.orNull,
    demo: col.bool,
    mustChangePassword: col.bool,
    email: col.text,
    lacksSecondFactor: col.bool.notNull('of what is not null'),
    posts: col.json.as<PostRow[]>().notNull('coalesced'),
  }),
)

/** A person as he or she sees it, with the posts of today. */
export const readSelf = async (tx: Queryable, personId: string, today: string): Promise<SelfRow | null> =>
  (await tx.query(personSelf, [personId, today]))[0] ?? null

/** User names of demo accounts that can sign in. */
export const demoUsernames = async (tx: Queryable): Promise<string[]> =>
  (
    await tx.prisma.person.findMany({
      where: { demo: true, disabledAt: null, username: { not: null } },
      select: { username: true },
    })
  ).map(({ username }) => username!)
