import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseUrls } from '@sepakat/db/prepareDatabase.ts'
import { apiEnvironment, startServer } from './apiProcess.ts'
import type { Settings } from './settings.ts'

const attempts = 3
const pauseMs = 2000

/** How many offices of the demo region are not filled in yet. */
async function missing({ appUrl }: DatabaseUrls): Promise<number> {
  const [{ openDatabase }, { yearProgress }] = await Promise.all([
    import('@sepakat/db'),
    import('@sepakat/db/demo-year/yearProgress.ts'),
  ])
  const db = openDatabase({ url: appUrl, max: 1 })
  try {
    const progress = await yearProgress(db)
    return progress === null ? 0 : progress.of - progress.done.length
  } finally {
    await db.close()
  }
}

/**
 * Fills in what is missing of the demo year behind the running product, in a process of its own, and says on the terminal when it
 * begins and ends. What is not complete, since it was asked to stop or something ended it, goes on at the next start.
 */
export async function fillDemoYear(settings: Settings, urls: DatabaseUrls, stop: AbortSignal): Promise<void> {
  if (stop.aborted || (await missing(urls)) === 0) return
  console.log('\nData contoh dua tahun sedang diisi sambil berjalan; halaman masuk menyebut sampai mana.')
  for (let attempt = 1; attempt <= attempts && !stop.aborted; attempt++) {
    const filling = startServer('apps/api/src/demoYear.ts', apiEnvironment(settings, urls))
    const end = () => void filling.stop()
    stop.addEventListener('abort', end)
    const how = await filling.gone
    stop.removeEventListener('abort', end)
    if (stop.aborted) return
    if (how === 'kode 0') return console.log('Data contoh lengkap.')
    await sleep(pauseMs, undefined, { signal: stop }).catch(() => {})
  }
  if (!stop.aborted) console.error('Data contoh belum lengkap; pengisiannya dilanjutkan pada npm start berikutnya.')
}
