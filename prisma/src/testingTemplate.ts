/** Run by `testing.ts` in a process of its own, which the schema engine's timer and memory end with: `DATABASE_URL`, `DATABASE_APP_URL`. */
import { prepareDatabase } from './prepareDatabase.ts'

const { DATABASE_URL = '', DATABASE_APP_URL = '' } = process.env
await prepareDatabase({ ownerUrl: DATABASE_URL, appUrl: DATABASE_APP_URL }, 'reference')
process.exit(0)
