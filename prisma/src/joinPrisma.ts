import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import type { Prisma, PrismaClient } from '../generated/client.ts'

/** Prisma Client without what opens, closes or extends it. Inside a transaction no fluent chains: await each call. */
export type PrismaDoor = Prisma.TransactionClient

/** The connection whose transaction the next `$transaction` becomes part of. */
const open = new AsyncLocalStorage<pg.PoolClient>()

const mostNames = 500
const longestText = 4_000
const names = new Map<string, string>()

/**
 * One name for each text, so that PostgreSQL plans it once a connection. Lists make a text for each length: what is long or comes
 * after the first 500 has no name, so neither side keeps it.
 */
const nameOf = ({ sql }: SqlQuery): string => {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNames || sql.length > longestText) return ''
  const name = `prisma-${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
  names.set(sql, name)
  return name
}

/** The adapter with its statements sent over one connection. Who began the transaction ends it, not Prisma (`usePhantomQuery`). */
const over = (adapter: SqlDriverAdapter, client: pg.PoolClient): Transaction =>
  Object.assign(Object.create(adapter) as SqlDriverAdapter, {
    client,
    options: { usePhantomQuery: true },
    commit: async () => undefined,
    rollback: async () => undefined,
  })

/** Prisma's adapter on the pool that named statements use. */
export class PoolAdapter extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(pool, { statementNameGenerator: nameOf })
  }

  override async connect() {
    const adapter = await super.connect()
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async level => {
      const client = open.getStore()
      return client === undefined ? begin(level) : over(adapter, client)
    }
    return adapter
  }
}

export interface JoinedPrisma {
  prisma: PrismaDoor
  /** @throws where the transaction took longer than Prisma allows (P2028) */
  leave: () => Promise<void>
}

/**
 * Prisma Client within a transaction that was started on `client`. It joins at its first call, by an interactive transaction of
 * its own that runs on that connection and neither begins nor ends anything there.
 */
export const joinPrisma = (prisma: PrismaClient, client: pg.PoolClient): JoinedPrisma => {
  const left = Promise.withResolvers<void>()
  let ended: Promise<void> | undefined
  const joined = Promise.withResolvers<{ tx: PrismaDoor }>()
  const join = () => {
    ended ??= open.run(client, () =>
      prisma.$transaction(async tx => {
        joined.resolve({ tx })
        await left.promise
      }),
    )
    ended.catch(joined.reject)
    return joined.promise
  }
  const call =
    (...path: string[]) =>
    async (...args: unknown[]): Promise<unknown> => {
      let of: unknown = (await join()).tx
      for (const name of path.slice(0, -1)) of = Reflect.get(of as object, name)
      return Reflect.get(of as object, path.at(-1)!).apply(of, args)
    }
  const model = (name: string) => new Proxy({}, { get: (_, act) => call(name, String(act)) })
  const door = new Proxy(
    {},
    { get: (_, name) => (String(name).startsWith('$') ? call(String(name)) : model(String(name))) },
  )
  return {
    prisma: door as PrismaDoor,
    leave: async () => {
      left.resolve()
      await ended
    },
  }
}
