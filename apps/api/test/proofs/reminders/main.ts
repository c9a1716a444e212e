/** The long proof of reminders: a year of 60 offices. `--seed=N` repeats a run, `--short` is a month of ten. */
import { parseArgs } from 'node:util'
import { proveReminders } from './proveReminders.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' }, short: { type: 'boolean', default: false } } })
const length = values.short
  ? { offices: 10, from: '2026-04-01', to: '2026-04-30' }
  : { offices: 60, from: '2026-01-01', to: '2026-12-31' }
/** Of so many messages one kills a worker. */
const killEach = 40
const proof = await proveReminders({ seed: Number(values.seed ?? 1), ...length, killEach, missed: 5 })
const { days, notices, unlike, expected, seen, lost, unasked, copies, kills } = proof
const facts: [string, boolean][] = [
  [
    `each notice is one that the rules ask for, and each of those is there${unlike.map(one => `\n  ${one}`).join('')}`,
    unlike.length === 0,
  ],
  [`no message is lost (${lost.length})`, lost.length === 0],
  [`no message is sent that was not to be sent (${unasked.length})`, unasked.length === 0],
  [`at most one copy more for each kill: ${copies} copies, ${kills} kills`, copies <= kills && kills > 0],
]
const failed = facts.filter(([, holds]) => !holds)
process.stdout.write(`${length.offices} offices from ${length.from} to ${length.to} by a clock that is set, ${days} days on which two workers ran; of the messages that a real SMTP server
took about one in ${killEach} is the moment in which one of them is killed (SIGKILL) and started again; on some days none runs, and the next makes up for it.

| notices | Message-IDs expected | seen | copies | kills |
| --- | --- | --- | --- | --- |
| ${notices} | ${expected} | ${seen} | ${copies} | ${kills} |

${facts.map(([fact, holds]) => `- ${holds ? '' : 'NOT: '}${fact}`).join('\n')}

${facts.length - failed.length} passed, ${failed.length} failed
`)
process.exit(failed.length > 0 ? 1 : 0)
