import { listReopenRequests, reader } from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import { handlers } from '#http/route.ts'
import { withVersion } from '#submissions/shownSubmission.ts'
import { ask } from './ask.ts'
import { decline } from './decline.ts'
import { reopenRequestView } from './view.ts'
import { withdraw } from './withdraw.ts'

export const reopeningHandlers = handlers({
  'GET /reopen-requests': async ({ actor, db, today }) => {
    const reach = reachOf(actor.access, 'submission.reopen', today)
    return { items: reach ? (await listReopenRequests(reader(db), reach)).map(reopenRequestView) : [] }
  },
  'POST /submissions/:id/reopen-requests': asked => withVersion(asked.write(tx => ask(tx, asked))),
  'POST /submissions/:id/reopen-requests/:request/decline': asked => withVersion(asked.write(tx => decline(tx, asked))),
  'POST /submissions/:id/reopen-requests/:request/withdraw': asked =>
    withVersion(asked.write(tx => withdraw(tx, asked))),
})
