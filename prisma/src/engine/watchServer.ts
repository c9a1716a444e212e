import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clusterFolder } from './cluster.ts'
import { livingIn } from './postmaster.ts'
import type { Server } from './server.ts'

/**
 * Keeps one idle session open and calls `gone` once when the postmaster is no more. A crash of a single backend ends all
 * sessions too, but PostgreSQL gets over that by itself: then the watch goes on.
 * @returns a function that stops watching
 */
export async function watchServer(server: Server, gone: () => void): Promise<() => Promise<void>> {
  let over = false
  let session = await connect(server)
  const watch = async () => {
    await session.ended
    while (!over && alive(server)) {
      try {
        session = await connect(server)
        await session.ended
      } catch {
        await sleep(100)
      }
    }
    if (!over) gone()
  }
  watch()
  return async () => {
    over = true
    await session.client.end()
  }
}

const alive = (server: Server) => livingIn(clusterFolder(server.footing)).includes(server.pid)

async function connect(server: Server): Promise<{ client: pg.Client; ended: Promise<void> }> {
  const client = new pg.Client({ connectionString: server.url('owner'), application_name: 'sepakat-watch' })
  const ended = new Promise<void>(resolve => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  return { client, ended }
}
