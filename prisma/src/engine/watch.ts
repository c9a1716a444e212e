import pg from 'pg'

/**
 * Keeps one idle session open and calls `gone` once when the server ends it: the sign that PostgreSQL died or was stopped.
 * @returns a function that stops watching
 */
export async function watchServer(url: string, gone: () => void): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'sepakat-watch', keepAlive: true })
  let over = false
  const once = () => {
    if (!over) gone()
    over = true
  }
  client.on('error', once)
  client.on('end', once)
  await client.connect()
  return async () => {
    over = true
    await client.end()
  }
}
