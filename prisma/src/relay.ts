import pg from 'pg'

/** Passes short messages between the processes on one database. Nothing is stored: what is said while the line is down is lost. */
export interface Relay {
  /** At most 7,999 bytes. */
  say: (message: string) => void
  close: () => Promise<void>
}

const channel = 'sepakat'
const firstWait = 1_000
const longestWait = 30_000

/**
 * Opens a connection of its own (LISTEN wants one that stays; NOTIFY in the transaction of a save would make all saves queue for
 * one lock), and opens it again with growing waits where it breaks. `hear` is called with what the other processes say, and with
 * what this one does.
 */
export const openRelay = ({ url, hear }: { url: string; hear: (message: string) => void }): Relay => {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let wait = firstWait

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    let gone = false
    const again = () => {
      if (gone) return
      gone = true
      if (client === next) client = null
      next.end().catch(() => undefined)
      if (closed) return
      timer = setTimeout(connect, wait)
      timer.unref()
      wait = Math.min(wait * 2, longestWait)
    }
    next.on('error', again)
    next.on('end', again)
    next.on('notification', ({ channel: on, payload }) => {
      if (on === channel && payload) hear(payload)
    })
    try {
      await next.connect()
      await next.query(`LISTEN ${channel}`)
      client = next
      wait = firstWait
      if (closed) await next.end()
    } catch {
      again()
    }
  }
  const opening = connect()
  let said: Promise<unknown> = opening

  return {
    say: message => {
      if (client) said = client.query('SELECT pg_notify($1, $2)', [channel, message]).catch(() => undefined)
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await opening
      await said
      await client?.end().catch(() => undefined)
    },
  }
}
