import { openDatabase } from '@sepakat/db'
import type { FastifyInstance } from 'fastify'
import { diskStore } from '#storage/diskStore.ts'
import { buildApp } from '../buildApp.ts'
import type { TestApi } from './testApi.ts'

/** Another process on the same database and folder: it shares nothing with the first. */
export const processBeside = async ({
  config,
}: TestApi): Promise<{ app: FastifyInstance; close: () => Promise<void> }> => {
  const db = openDatabase({ url: config.databaseUrl })
  const app = await buildApp({ db, config, storage: await diskStore(config.filesDir), clock: () => new Date() })
  return {
    app,
    close: async () => {
      await app.close()
      await db.close()
    },
  }
}
