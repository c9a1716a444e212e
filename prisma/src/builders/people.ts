import { hash } from '@node-rs/argon2'
import type { ReportType, Role } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Database } from '../database.ts'
import { record, written } from '../history/record.ts'

/** Cheap on purpose: builders serve tests and demo accounts, whose passwords are printed anyway. */
const cheap = { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 } as const
const hashes = new Map<string, Promise<string>>()
const hashed = (password: string): Promise<string> => {
  const known = hashes.get(password) ?? hash(password, cheap)
  hashes.set(password, known)
  return known
}

export interface PostSpec {
  /** Absent: a new one. */
  id?: string
  role: Role
  title?: string
  /** Empty or absent: all report types. */
  reportTypes?: ReportType[]
  /** Absent: the whole region. */
  offices?: string[]
  from?: Date
  to?: Date | null
}

export interface PersonSpec {
  /** Absent: a new one. */
  id?: string
  name?: string
  nip?: string | null
  username?: string
  phone?: string
  /** Absent: the person has no password yet and signs in with a code first. */
  password?: string
  demo?: boolean
  posts?: PostSpec[]
}

export interface BuiltPerson {
  id: string
  username: string
  password: string
  posts: { id: string; role: Role }[]
}

/** A person who can sign in, with posts valid today. */
export const buildPerson = async (db: Database, spec: PersonSpec = {}): Promise<BuiltPerson> =>
  (await buildPeople(db, [spec]))[0]!

/** Several people at once. @param at when they were entered; now, if absent */
export const buildPeople = async (
  db: Database,
  specs: readonly PersonSpec[],
  at = new Date(),
): Promise<BuiltPerson[]> => {
  const { prisma } = db
  const all = specs.map(spec => {
    const id = spec.id ?? v7()
    const posts = (spec.posts ?? []).map(post => ({ ...post, id: post.id ?? v7() }))
    return { ...spec, id, posts, username: spec.username ?? `orang-${id.slice(-8)}`, password: spec.password ?? '' }
  })
  const accounts = await Promise.all(
    all
      .filter(({ password }) => password !== '')
      .map(async ({ id, password }) => ({
        ...{ accountId: id, providerId: 'credential', userId: id },
        password: await hashed(password),
      })),
  )
  await prisma.$transaction([
    prisma.person.createMany({
      data: all.map(({ id, name, nip, username, phone, demo }) => ({
        ...{ id, name: name ?? `Orang ${id.slice(-4)}`, nip: nip ?? null, username, displayUsername: username },
        ...{ email: `${id}@orang.invalid`, phone: phone ?? null, demo: demo ?? false },
      })),
    }),
    prisma.account.createMany({ data: accounts }),
    prisma.post.createMany({
      data: all.flatMap(person =>
        person.posts.map(p => ({
          ...{ id: p.id, personId: person.id, role: p.role, title: p.title ?? '', reportTypes: p.reportTypes ?? [] },
          ...{ officeIds: p.offices ?? [], region: p.offices === undefined },
          ...{ from: p.from ?? new Date('2020-01-01'), to: p.to ?? null },
        })),
      ),
    }),
  ])
  const [first, ...more] = all.map(({ id, posts }) => createdEvent(id, posts))
  if (first) await record(db, { actor: 'system', at }, async () => written(null, first, ...more))
  return all.map(({ id, username, password, posts }) => ({
    ...{ id, username, password },
    posts: posts.map(({ id, role }) => ({ id, role })),
  }))
}

const createdEvent = (person: string, posts: readonly { id: string }[]) => {
  const binds = { person: [person], post: posts.map(({ id }) => id) }
  return { stream: 'rights', type: 'person.created', data: { person }, binds } as const
}

/** The id of an office by the code it has in the reference data (`dinkes`, `dsp3a`, `kec-nunukan`). */
export const officeId = async ({ prisma }: Database, code: string): Promise<string> =>
  (await prisma.office.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
