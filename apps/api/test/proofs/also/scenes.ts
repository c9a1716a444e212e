import { comingBack, proving, signingIn } from './factorScenes.ts'
import { exported, opened, paperSigned, replacedInPieces, replacedWhole, trailExported } from './fileScenes.ts'
import type { Scenes } from './ground.ts'
import { mergedAtOnce, mergedBySecond, placedBelow } from './officeScenes.ts'
import { dueMoved, rowGiven } from './planScenes.ts'
import { approved, declined, posted, waiting } from './rightsScenes.ts'

const act = (route: string) => approved(waiting[route]!)

/** By route, for each event that it declares in addition to its own: a request that leaves it. */
export const scenes: Record<string, Scenes> = {
  ...Object.fromEntries(Object.entries(waiting).map(([route, scene]) => [route, { 'second.asked': scene }])),
  'POST /people': { 'second.asked': waiting['POST /people']!, 'post.granted': posted['POST /people'] },
  'POST /people/import': {
    'second.asked': waiting['POST /people/import']!,
    'post.granted': posted['POST /people/import'],
    'code.issued': posted['POST /people/import'],
  },
  'POST /offices/:id/spans': { 'second.asked': placedBelow },
  'POST /offices/:id/reorganisation': { ...mergedAtOnce, 'second.asked': mergedBySecond['contribution.moved']! },
  'POST /secondings/:id/decline': declined,
  'POST /secondings/:id/approve': {
    'post.granted': act('POST /people/:id/posts'),
    'post.ended': act('POST /posts/:id/end'),
    'person.changed': act('PATCH /people/:id'),
    'key.issued': act('POST /keys'),
    'key.handed-over': act('PATCH /keys/:id'),
    'second-factor.reset': act('POST /people/:id/second-factor/reset'),
    'office.changed': approved(placedBelow),
    ...Object.fromEntries(Object.entries(mergedBySecond).map(([type, scene]) => [type, approved(scene)])),
    // The last of these: from now on nothing takes a second person
    'setting.changed': act('PUT /settings/:key'),
  },
  'GET /offices/:id/export': exported,
  'GET /events/export': trailExported,
  'PUT /settings/:key': { 'second.asked': waiting['PUT /settings/:key']!, 'edition.ordered': opened },
  'PUT /periods': dueMoved,
  'POST /catalogues/:type/:form/corrections': rowGiven,
  'POST /session': signingIn,
  'POST /session/code': { ...comingBack, 'session.started': comingBack['second-factor.code-used']! },
  'PUT /second-factor': proving('PUT', '/second-factor'),
  'POST /second-factor/recovery-codes': proving('POST', '/second-factor/recovery-codes'),
  'POST /second-factor/remove': proving('POST', '/second-factor/remove'),
  'POST /submissions/:id/attachments': replacedWhole,
  'PUT /submissions/:id/attachments/:attachment': replacedInPieces,
  'PUT /submissions/:id/revisions/:n/signature': paperSigned,
}
