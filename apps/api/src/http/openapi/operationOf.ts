import type { Endpoint, ProblemCode, Route } from '@sepakat/contract'
import { isOfSession } from '../sessionRoutes.ts'
import answersJson from './examples/answers.json' with { type: 'json' }
import { operationIds } from './operationIds.ts'
import { bodyOf, parametersOf } from './requests.ts'
import { problemResponses, successOf } from './responses.ts'
import type { Schemas } from './schemas.ts'
import { tagOf } from './tags.ts'

/** One real answer of each route in JSON, cut short; apps/api/test/proofs/matrix/recordAnswers.ts writes them. */
const answers: Partial<Record<Route, unknown>> = answersJson

/** What a route can answer in addition to what it names itself: it follows from what the route is. */
const allProblems = (endpoint: Endpoint, method: string, path: string): ProblemCode[] => {
  const isWrite = method !== 'GET'
  const { need, params, ifMatch, once, multipart, tus } = endpoint
  return [
    ...new Set<ProblemCode>([
      ...(need === 'public' ? [] : (['not-signed-in'] as const)),
      ...(need === 'public' || isOfSession(path)
        ? []
        : (['password-change-required', 'second-factor-setup-required', 'acting-elsewhere'] as const)),
      ...(need === 'public' || need === 'signed-in' ? [] : (['no-right'] as const)),
      ...(isWrite ? (['origin-refused'] as const) : []),
      ...(params ? (['not-found'] as const) : []),
      ...(isWrite && !tus ? (['bad-json', 'too-large'] as const) : []),
      ...(multipart ? (['bad-request'] as const) : []),
      // text that is not in UTF-8, a parameter that the route does not have
      'wrong-media',
      'invalid',
      ...(ifMatch ? (['stale'] as const) : []),
      ...(once === 'idempotency-key' ? (['key-reused'] as const) : []),
      ...endpoint.problems,
      'too-many',
      'internal',
      'busy',
    ]),
  ]
}

const whoMay = (need: Endpoint['need']): string => {
  if (need.includes('.')) return `Wewenang: \`${need}\``
  return need === 'public' ? 'Terbuka untuk siapa saja' : 'Untuk siapa saja yang masuk'
}

/** One operation of the document, out of the route's own declaration. */
export const operationOf = (route: Route, endpoint: Endpoint, schemas: Schemas, example: unknown) => {
  const [method = '', path = ''] = route.split(' ')
  const { summary, note, need, audit, rate } = endpoint
  const name = operationIds[route]
  const parameters = parametersOf(endpoint, { method, name, schemas })
  return {
    operationId: name,
    summary,
    description: [`${whoMay(need)}.`, note].filter(Boolean).join('\n\n'),
    tags: [tagOf(path)],
    ...(need === 'public' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, { name, schemas, example }),
    responses: {
      ...successOf(endpoint, { method, name, schemas, example: answers[route] }),
      ...problemResponses(allProblems(endpoint, method, path)),
    },
    'x-need': need,
    'x-audit': audit,
    'x-rate': rate,
  }
}
