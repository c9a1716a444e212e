import type { Answers } from '@sepakat/rules'
import { assignWhole, fillOffices, prepareObligations } from './fill.ts'
import type { Ground } from './ground.ts'
import { service } from './sample.ts'

const form = 'lkpj/tahunan'
const [programs, activities] = [6, 4]

/** A report over levels of about so many lines, created through the API itself, no realization filled in; returns its id. */
export const beginDeepForm = async ({ filling, origin, cast }: Ground, lines: number): Promise<string> => {
  await fillOffices(filling, service)
  await assignWhole(filling, form)
  const [obligation] = await prepareObligations(filling, 1, { form, part: '' })
  const answer = await fetch(`${origin}/api/v1/submissions`, {
    method: 'POST',
    headers: { cookie: cast.operators[0] ?? '', origin, 'content-type': 'application/json' },
    body: JSON.stringify({ obligation, answers: answersOf(lines) }),
  })
  if (!answer.ok) throw new Error(`the report over levels: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

const answersOf = (lines: number): Answers => {
  const leaves = Math.round((lines - programs) / (programs * activities)) - 1
  return {
    programs: rowsOf(1, programs, programs, n => ({ code: programCode(n), name: `Program ${n + 1}` })),
    activities: rowsOf(2, programs * activities, activities, n => ({
      code: activityCode(n),
      name: `Kegiatan ${n + 1}`,
    })),
    subactivities: rowsOf(3, programs * activities * leaves, leaves, n => ({
      code: `${activityCode(Math.floor(n / leaves))}.${String((n % leaves) + 1).padStart(4, '0')}`,
      name: `Sub kegiatan ${n + 1}`,
      fund: 'PAD',
      before: String(200_000_000 + n),
    })),
  }
}

const programCode = (n: number): string => `1.02.0${n + 1}`
const activityCode = (n: number): string => `${programCode(Math.floor(n / activities))}.2.0${(n % activities) + 1}`

const idOf = (level: number, n: number): string => `0199f5a${level}-0000-7000-8000-${String(n + 1).padStart(12, '0')}`

/** All rows of a level, so many under each row of the one above. */
const rowsOf = (level: number, count: number, each: number, cells: (n: number) => Record<string, string>) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const above = level > 1 && { $parent: idOf(level - 1, Math.floor(n / each)) }
      return [idOf(level, n), { ...above, $position: `a${String.fromCharCode(65 + (n % each))}`, ...cells(n) }]
    }),
  )
