import {
  type Database,
  type EditionJob,
  enqueueLate,
  listStaleDrafts,
  markFeed,
  mendLines,
  mendNames,
  type PrintJob,
  type QueueName,
  queues,
  type RecheckJob,
  reader,
  readSettings,
  recheck,
  refreshOfficePaths,
  refreshProgress,
  sealHeads,
  transaction,
} from '@sepakat/db'
import type { FastifyBaseLogger } from 'fastify'
import { PgBoss } from 'pg-boss'
import type { Sending } from '#features/webhooks/webhookTarget.ts'
import type { Ground } from '#http/deps.ts'
import { cleanUp } from './cleanUp.ts'
import type { Mailer } from './mail/createMailer.ts'
import { sendMail } from './mail/sendMail.ts'
import { printRevision } from './printRevision.ts'
import { recomputeFigures } from './recomputeFigures.ts'
import { renderEdition } from './renderEdition.ts'
import { reorganise } from './reorganise.ts'
import { workWebhooks } from './workWebhooks.ts'
import { writeNotices } from './writeNotices.ts'

const atOnce = 200
/** A user who types has the exact progress on the device; it is computed here once typing has paused. */
const pauseMs = 20_000

/** Brings the progress of drafts up to their last change, oldest first. */
export const refreshStale = async (db: Database, now: Date): Promise<number> => {
  const stale = await listStaleDrafts(reader(db), new Date(now.getTime() - pauseMs), atOnce)
  await refreshProgress(db, stale)
  return stale.length
}

/** What should have been tried so long ago is in no worker's hands. */
const lateMs = 900_000

export interface Worker {
  /** Takes no more jobs, finishes those at hand, and lets go of its connections. */
  stop: () => Promise<void>
}

const jobs = (
  { db, storage, config, clock }: Pick<Ground, 'db' | 'storage' | 'config' | 'clock'>,
  { log, mailer }: { log: FastifyBaseLogger; mailer: Mailer | null },
): Record<Exclude<QueueName, 'webhook' | 'webhook-told'>, (data: object) => Promise<unknown>> => ({
  print: data => printRevision({ db, storage, config }, data as PrintJob),
  edition: data => renderEdition({ db, storage, clock }, data as EditionJob),
  recompute: () => recomputeFigures(db, clock),
  recheck: data => transaction(db, tx => recheck(tx, data as RecheckJob, clock())),
  mail: async () => mailer && (await sendMail({ db, config, mailer, clock })),
  notices: () => writeNotices({ db, config }, clock()),
  seal: () => transaction(db, tx => sealHeads(tx, clock())),
  'webhook-late': () => transaction(db, tx => enqueueLate(tx, new Date(clock().getTime() - lateMs))),
  feed: () => markFeed(reader(db), clock),
  progress: () => refreshStale(db, clock()),
  reorganise: () => reorganise(db, clock()),
  'office-paths': () => refreshOfficePaths(reader(db)),
  lines: async () => {
    const mended = await mendLines(db)
    if (mended > 0) log.warn({ mended }, 'lines were not as what they are derived from')
    const renamed = await mendNames(db)
    if (renamed > 0) log.warn({ renamed }, 'names of the search were not as what they are derived from')
  },
  'clean-up': () => cleanUp(db, storage, clock()),
})

/**
 * Works the queues, beside the API or in a process of its own; any number may run, a job is taken by one. It uses the
 * application's account and alters no table: those of the queue are made with the migrations. A job that is done twice, after a
 * process died in the middle, does no harm.
 */
export const startWorker = async (
  ground: Pick<Ground, 'db' | 'config' | 'storage' | 'clock'>,
  log: FastifyBaseLogger,
  { pollSeconds = 2, sending = 'public' }: { pollSeconds?: number; sending?: Sending } = {},
): Promise<Worker> => {
  const boss = new PgBoss({
    connectionString: ground.config.databaseUrl,
    application_name: 'sepakat-worker',
    max: 2,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 5,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', error => log.error({ err: error }, 'job queue'))
  await boss.start()
  const { zone } = (await readSettings(reader(ground.db))).region
  // a copied database has no mark of its own era yet: programs would be refused for a minute
  await markFeed(reader(ground.db), ground.clock)
  const { smtp } = ground.config
  const mailer = smtp && (await import('./mail/createMailer.ts')).createMailer(smtp)
  for (const [name, run] of Object.entries(jobs(ground, { log, mailer }))) {
    await boss.work<object>(name, { pollingIntervalSeconds: pollSeconds }, async ([job]) => {
      try {
        await run(job?.data ?? {})
      } catch (error) {
        log.error({ err: error, job: name }, 'a job failed')
        throw error
      }
    })
  }
  await workWebhooks(boss, ground, { log, zone, sending, pollSeconds })
  for (const [name, queue] of Object.entries(queues))
    if ('cron' in queue) await boss.schedule(name, queue.cron, {}, { tz: zone })
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 20_000 })
      mailer?.close()
    },
  }
}
