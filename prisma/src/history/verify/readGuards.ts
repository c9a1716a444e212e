import { readFileSync } from 'node:fs'
import type { Queryable } from '../../database.ts'
import { type Guards, guardsOf } from './guardsOf.ts'
import type { Tampering } from './tampering.ts'
import { verifyGuards } from './verifyGuards.ts'

/** What the migrations make, written down by `npm run db:migrate -- guards` and held by a test. */
export const guardsFile = new URL('../../../guards.json', import.meta.url)
export const knownGuards = (): Guards => JSON.parse(readFileSync(guardsFile, 'utf8')) as Guards

/** Triggers, functions, bounds and the rights of the application's account against what the migrations make. */
export const readGuards = async (db: Queryable, account: string): Promise<Tampering[]> =>
  verifyGuards(knownGuards(), await guardsOf(db, account))
