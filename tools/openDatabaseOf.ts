import { secretsOf } from '@sepakat/db/engine/secrets.ts'
import { openServer, type Server } from '@sepakat/db/engine/server.ts'
import { appUrlOf } from '@sepakat/db/migrate/appAccount.ts'
import { waitingMigrations } from '@sepakat/db/migrate/migrate.ts'
import { type DatabaseUrls, type Load, prepareDatabase, prepareEmbedded } from '@sepakat/db/prepareDatabase.ts'
import type { Settings } from './settings.ts'

/** The database of these settings: the given server, or the embedded one, started or taken over. */
export interface OpenedDatabase {
  server?: Server
  urls: DatabaseUrls
  prepare(load: Load): Promise<void>
  /** Migrations of this release that the data wait for; none where nothing is there yet. @throws Refusal of a newer release's data */
  waiting(): Promise<string[]>
  /** Stops the embedded server if this call started it; one that ran already stays. */
  close(): Promise<void>
}

export async function openDatabaseOf(settings: Settings): Promise<OpenedDatabase> {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl) {
    const ownerUrl = settings.directUrl ?? databaseUrl
    const appUrl = settings.appUrl ?? appUrlOf(databaseUrl, secretsOf(dataDir).app)
    const urls = { ownerUrl, appUrl }
    return {
      urls,
      prepare: load => prepareDatabase(urls, load).then(() => {}),
      waiting: () => waitingMigrations(ownerUrl),
      close: async () => {},
    }
  }
  const server = await openServer(dataDir)
  return {
    server,
    urls: { ownerUrl: server.url('owner'), appUrl: server.url('app') },
    prepare: load => prepareEmbedded(server, load),
    waiting: () => waitingMigrations(server.url('owner')),
    close: async () => {
      if (server.how !== 'taken over') await server.stop()
    },
  }
}
