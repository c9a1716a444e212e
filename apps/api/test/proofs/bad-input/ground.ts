import { api, type Route } from '@sepakat/contract'
import { defaultRuleSet, keyScopes, ruleSetOverridesSchema } from '@sepakat/rules'
import fc from 'fast-check'
import { features } from '#features/features.ts'
import { type Handlers, handlers } from '#http/route.ts'
import { askers, type Line, readRights } from '../matrix/readRights.ts'
import { buildWorld, password, type World } from '../matrix/world.ts'
import { must } from '../reports.ts'
import { watchTables } from '../watchedTables.ts'
import { kindAnswers, kindChange } from './kindAnswers.ts'
import type { Ground, Target } from './oneTry.ts'
import { type Hints, validBody } from './validBody.ts'

/** All handlers, each saying when it is reached: what came so far was read, recognised and valid. */
const listening = (reached: Map<string, number>): Handlers => {
  const heard = Object.entries(features()).map(([route, run]) => [
    route,
    (context: never) => {
      reached.set(route, (reached.get(route) ?? 0) + 1)
      return (run as (context: never) => unknown)(context)
    },
  ])
  return handlers(Object.fromEntries(heard))
}

const days = ['2026-03-31', '2024-02-29', '1900-01-01', '2199-12-31', '2026-02-29', '9999-12-31']
const instants = [
  ...['2027-03-31T08:00:00+08:00', '2199-12-31T23:59:59.999Z', '1900-01-01T00:00:00Z', '2199-12-31T23:59:59-14:00'],
  ...['2027-01-01T00:00:00.123456789Z', '2026-06-30T23:59:60Z', '2026-02-30T00:00:00Z', '9999-12-31T23:59:59-14:00'],
]

const hintsOf = ({ office, otherOffice, unit, obligation, agreement, bystander, operator, reports }: World): Hints => {
  const rows = ['gepeng', 'anak-telantar', 'korban-bencana', '*']
  const periods = ['2026', '2026-TW1', '2026-TW4', '2026-TW1-latihan', '2031-TW1']
  const anchors = ['', '/recipients', '/recipients/gepeng', '/recipients/gepeng/served', '/problems/gepeng']
  return {
    office: [office, otherOffice, unit],
    offices: [office, otherOffice, unit],
    owner: [bystander.personId, office],
    person: [operator, bystander.personId],
    parent: [office, null, 'gepeng'],
    obligation: [obligation, reports.draft.id],
    after: [agreement],
    post: [bystander.postId],
    replaces: [reports.draft.attachment],
    form: ['spm/triwulan', 'sakip/indikator', 'sakip/perjanjian-kinerja'],
    row: rows,
    field: ['due', 'served', 'met'],
    key: periods,
    url: ['https://8.8.8.8/sepakat', 'https://127.0.0.1/', 'http://8.8.8.8/'],
    period: periods,
    fromPeriod: periods,
    anchor: anchors,
    anchors,
    pointer: [
      ...['due', 'served', 'state', 'reason', '$position'].map(field => `/recipients/lansia-telantar/${field}`),
      '/recipients/gepeng/due',
      '/actions/gepeng/state',
      '/stages/gepeng/plan',
      '/subcomponents/perencanaan-kinerja.keberadaan/grade',
      '/criteria/perencanaan-kinerja.keberadaan.pedoman-teknis-perencanaan/verified',
      '/quality/gepeng.sandang/met',
      ...['', '/problem', '/remedy'].map(rest => `/problems/0199f5a0-0001-7000-8000-000000000001${rest}`),
    ],
    base: [0, 1, 2],
    value: ['12', '12,5x', true, { asTyped: '12x' }, { parent: null, position: 'a0' }],
    position: ['a0', 'Zz', 'a0V'],
    to: [2, 2030, '2030-12-31'],
    basedOn: [1, 2, defaultRuleSet.id],
    scopes: keyScopes,
    code: ['2.11', '2.11.03.2.01.0001'],
    name: ['orang-lain'],
    password: [password],
    current: [password],
    ruleSet: fc.oneof(fc.constant(defaultRuleSet.id), validBody(ruleSetOverridesSchema, {})),
    answers: kindAnswers,
    previous: kindAnswers,
    'sources key': ['previous', 'register', 'agreement', 'tw1'],
    'sources value': kindAnswers,
    changes: kindChange,
    from: days,
    expires: days,
    date: days,
    dueAt: instants,
    opensAt: instants,
    closesAt: instants,
    deviceAt: [...instants, '0000-01-01T00:00:00+14:00', '1970-01-01T00:00:00Z'],
  }
}

export interface BadInput {
  ground: Ground
  /** Those who may, by route; the writing routes first. */
  targets: [Route, Target[]][]
  close: () => Promise<void>
}

const mayAsk = (line: Line): Target[] => {
  const may = askers.filter((_, at) => line.expected[at] === 'ok' || line.expected[at] === 'see')
  const chosen = [may.find(name => !name.startsWith('key ')), may.find(name => name.startsWith('key '))]
  return chosen.flatMap(asker => (asker === undefined ? [] : [{ line, asker }]))
}

/** What is tried against whom: the rows of the matrix, its hand-written table for who may, and a report of another office. */
export const buildBadInput = async (): Promise<BadInput> => {
  const rights = readRights()
  const reached = new Map<string, number>()
  const world = await buildWorld(
    rights.map(({ scope }) => scope),
    listening(reached),
  )
  const { office, otherOffice, unit, obligation, worksheet, agreement, wave, announced, assignment } = world
  const { bystander, key, webhook, proposal, reports } = world
  const theirs = { office: otherOffice, form: 'spm/triwulan', period: '2026-TW1' }
  const { id: foreign } = await must(world.asker('operator oth', ''), 'POST', '/submissions', theirs)
  const own = Object.values(reports).flatMap(({ id, note, attachment, contribution }) => [
    id,
    note,
    attachment,
    contribution,
  ])
  const people = [bystander.personId, bystander.postId, bystander.sessionId]
  const ids = [
    foreign,
    office,
    otherOffice,
    unit,
    obligation,
    worksheet,
    agreement,
    wave,
    announced,
    assignment,
    proposal,
    key,
    webhook,
    ...people,
    ...own,
  ]
  const targets = (Object.keys(api) as Route[]).map((route): [Route, Target[]] => [
    route,
    rights.filter(line => line.route === route).flatMap(mayAsk),
  ])
  const watch = await watchTables(world.api.superuserUrl)
  return {
    ground: { world, watch, hints: hintsOf(world), ids, reached },
    targets: targets.sort(([a], [b]) => Number(a.startsWith('GET ')) - Number(b.startsWith('GET '))),
    close: async () => {
      await watch.close()
      await world.close()
    },
  }
}
