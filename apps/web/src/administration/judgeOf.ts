// The schema that judges what a form of administration sends. zod weighs 22 KB (brotli): it comes with the endpoints of the form,
// once the form is on screen, and no page loads it to be shown (decision 0023).
import { faultsOf } from '@sepakat/contract/faultsOf.ts'
import { byField } from '#sync/problems/ProblemError.ts'

const announcements = () => import('@sepakat/contract/endpoints/announcements.ts').then(m => m.announcementEndpoints)
const corrections = () => import('@sepakat/contract/endpoints/forms.ts').then(m => m.formEndpoints)
const editions = () => import('@sepakat/contract/endpoints/editions.ts').then(m => m.editionEndpoints)
const outlines = () => import('@sepakat/contract/endpoints/editionOutlines.ts').then(m => m.editionOutlineEndpoints)
const editionFiles = () => import('@sepakat/contract/endpoints/editionFiles.ts').then(m => m.editionFileEndpoints)
const notices = () => import('@sepakat/contract/endpoints/notices.ts').then(m => m.noticeEndpoints)
const offices = () => import('@sepakat/contract/endpoints/offices.ts').then(m => m.officeEndpoints)
const papers = () => import('@sepakat/contract/endpoints/paperTemplates.ts').then(m => m.paperTemplateEndpoints)
const people = () => import('@sepakat/contract/endpoints/people.ts').then(m => m.peopleEndpoints)
const plan = () => import('@sepakat/contract/endpoints/plan.ts').then(m => m.planEndpoints)
const proposals = () =>
  import('@sepakat/contract/endpoints/catalogueProposals.ts').then(m => m.catalogueProposalEndpoints)
const reorganisation = () =>
  import('@sepakat/contract/endpoints/reorganisation.ts').then(m => m.reorganisationEndpoints)
const ruleSets = () => import('@sepakat/contract/endpoints/ruleSets.ts').then(m => m.ruleSetEndpoints)
const signed = () => import('@sepakat/contract/endpoints/papers.ts').then(m => m.paperEndpoints)
const secondings = () => import('@sepakat/contract/endpoints/secondings.ts').then(m => m.secondingEndpoints)
const webhooks = () => import('@sepakat/contract/endpoints/webhooks.ts').then(m => m.webhookEndpoints)
const versions = () => import('@sepakat/contract/endpoints/catalogueVersions.ts').then(m => m.catalogueVersionEndpoints)

const homes = {
  'PATCH /keys/:id': people,
  'PATCH /people/:id': people,
  'POST /announcements': announcements,
  'POST /assignments': plan,
  'POST /catalogues/:type/:form/corrections': corrections,
  'POST /catalogues/:type/:form/proposals/:n/publish': proposals,
  'POST /catalogues/:type/:form/versions': versions,
  'POST /edition-outlines/:type': outlines,
  'POST /editions': editions,
  'POST /editions/:id/return': editions,
  'POST /editions/:id/review': editions,
  'POST /keys': people,
  'POST /webhooks': webhooks,
  'POST /webhooks/:id/replay': webhooks,
  'POST /obligations/:id/extension': plan,
  'POST /offices': offices,
  'POST /offices/:id/end': offices,
  'POST /offices/:id/reorganisation': reorganisation,
  'POST /offices/:id/spans': offices,
  'POST /paper-templates/:paper': papers,
  'POST /people': people,
  'POST /people/:id/posts': people,
  'POST /posts/:id/end': people,
  'POST /rule-sets': ruleSets,
  'POST /secondings/:id/decline': secondings,
  'POST /waves': plan,
  'PUT /editions/:id/files/:file/signature': editionFiles,
  'PUT /editions/:id/outline': editions,
  'PUT /editions/:id/sendings/:addressee': editionFiles,
  'PUT /mailbox': notices,
  'PUT /offices/:id/letterhead': offices,
  'PUT /periods': plan,
  'PUT /settings/:key': offices,
  'PUT /submissions/:id/revisions/:n/signature': signed,
  'PUT /waves/:id': plan,
}
export type JudgedRoute = keyof typeof homes
/** The messages about a body, by the name of their field (`post.from`). */
export type Judge = (body: unknown) => Record<string, string>

type Faulty = Parameters<typeof faultsOf>[0]
interface Judged {
  summary: string
  body?: { safeParse: (body: unknown) => { error?: Faulty | undefined } }
}

/** The judge of what a route takes. @throws where its schema does not arrive */
export async function judgeOf(route: JudgedRoute): Promise<Judge> {
  const endpoints: Record<string, Judged> = await homes[route]()
  return body => {
    const { error } = endpoints[route]?.body?.safeParse(body) ?? {}
    return error ? byField(faultsOf(error)) : {}
  }
}
