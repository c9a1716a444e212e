import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'

/**
 * Waits for the port to be free: an API whose start was killed needs a moment to notice and to leave.
 * @throws Refusal when somebody else listens there, or the address is not this machine's
 */
export async function requirePort(host: string, port: number, timeoutMs = 3000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; ; await sleep(200)) {
    const code = await refusalOf(host, port)
    if (code === null) return
    if (code === 'EADDRINUSE' && Date.now() < deadline) continue
    throw new Refusal(sentences[code]?.(host, port) ?? `Tidak dapat menerima sambungan di ${host}:${port} (${code}).`)
  }
}

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} di ${host} sudah dipakai program lain. Pilih port lain, misalnya: PORT=${port < 65_535 ? port + 1 : 8080} npm start`,
  EACCES: (_host, port) => `Port ${port} hanya boleh dipakai root. Pilih port di atas 1023.`,
  EADDRNOTAVAIL: host => `HOST=${host} bukan alamat mesin ini.`,
}

function refusalOf(host: string, port: number): Promise<string | null> {
  return new Promise(resolve => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}
