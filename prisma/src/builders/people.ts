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
  /** Absent: the person has no password yet and signs in with a code first. */
  password?: string
  demo?: boolean
  /** When the person was entered; now, if absent. */
  at?: Date
  posts?: PostSpec[]
}

export interface BuiltPerson {
  id: string
  username: string
  password: string
  posts: { id: string; role: Role }[]
}

/** A person who can sign in, with posts valid today. */
export const buildPerson = async (db: Database, spec: PersonSpec = {}): Promise<BuiltPerson> => {
  const { prisma } = db
  const id = spec.id ?? v7()
  const username = spec.username ?? `orang-${id.slice(-8)}`
  const password = spec.password ?? ''
  const posts = (spec.posts ?? []).map(p => ({ ...p, id: p.id ?? v7() }))
  await prisma.$transaction([
    prisma.person.create({
      data: {
        id,
        name: spec.name ?? `Orang ${id.slice(-4)}`,
        nip: spec.nip ?? null,
        username,
        displayUsername: username,
        email: `${id}@orang.invalid`,
        demo: spec.demo ?? false,
      },
    }),
    ...(password === ''
      ? []
      : [
          prisma.account.create({
            data: { accountId: id, providerId: 'credential', userId: id, password: await hashed(password) },
          }),
        ]),
    ...posts.map(p =>
      prisma.post.create({
        data: {
          id: p.id,
          personId: id,
          role: p.role,
          title: p.title ?? '',
          reportTypes: p.reportTypes ?? [],
          officeIds: p.offices ?? [],
          region: p.offices === undefined,
          from: p.from ?? new Date('2020-01-01'),
          to: p.to ?? null,
        },
      }),
    ),
  ])
  await record(db, { actor: 'system', at: spec.at ?? new Date() }, async () =>
    written(null, {
      stream: 'rights',
      type: 'person.created',
      data: { person: id },
      binds: { person: [id], post: posts.map(post => post.id) },
    }),
  )
  return { id, username, password, posts: posts.map(p => ({ id: p.id, role: p.role })) }
}

/** The id of an office by the code it has in the reference data (`dinkes`, `dsp3a`, `kec-nunukan`). */
export const officeId = async ({ prisma }: Database, code: string): Promise<string> =>
  (await prisma.office.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
