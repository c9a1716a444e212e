import { createHmac, randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { type Database, openDatabase } from '@sepakat/db'
import { buildPerson, type PostSpec } from '@sepakat/db/builders/index.ts'
import type pg from 'pg'
import { connections } from './load.ts'

/** Who asks: a cookie of the product, for each connection of the load its own. */
export interface Cast {
  verifiers: string[]
  operators: string[]
  coordinator: string
  leaders: string[]
  /** Names that sign in with `password`. */
  names: string[]
}

export const password = 'sandi-untuk-mengukur'
export const secret = 'kunci-untuk-mengukur-saja-tidak-untuk-yang-lain'

/** A new person with this post, signed in; gives the cookie. */
export const signInNew = async (db: Database, filling: pg.Client, post: PostSpec): Promise<string> => {
  const { id, posts } = await buildPerson(db, { posts: [post] })
  const token = randomBytes(24).toString('base64url')
  await filling.query(
    `INSERT INTO session (id, token, person_id, post_id, last_seen_at, expires_at, updated_at)
     VALUES (gen_random_uuid(), $1, $2, $3, now(), now() + interval '6 days', now())`,
    [token, id, posts[0]?.id],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `__Host-sepakat=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Sign-in pays for a password as production hashes it; everybody else is signed in already. */
export const buildCast = async (appUrl: string, filling: pg.Client): Promise<Cast> => {
  const db = openDatabase({ url: appUrl, max: 2 })
  const each = async <T>(make: () => Promise<T>): Promise<T[]> => {
    const made: T[] = []
    while (made.length < connections) made.push(await make())
    return made
  }
  const hashed = await hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const known = async () => {
    const { id, username } = await buildPerson(db, { password, posts: [{ role: 'operator' }] })
    await filling.query('UPDATE account SET password = $2 WHERE person_id = $1', [id, hashed])
    return username
  }
  try {
    // with an admin who can sign in the API need not print a way in
    await buildPerson(db, { password, posts: [{ role: 'admin' }] })
    return {
      verifiers: await each(() => signInNew(db, filling, { role: 'verifier', reportTypes: ['spm'] })),
      operators: await each(() => signInNew(db, filling, { role: 'operator' })),
      coordinator: await signInNew(db, filling, { role: 'coordinator', reportTypes: ['spm'] }),
      leaders: await each(() => signInNew(db, filling, { role: 'leader' })),
      names: await each(known),
    }
  } finally {
    await db.close()
  }
}
