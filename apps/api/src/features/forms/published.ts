import { type FormHead, formHeads, newestVersion, type PublishedForm, publishedForm, reader } from '@sepakat/db'
import { byOrderOfWork, kinds } from '@sepakat/rules'
import { problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { kindOf } from './kind-of.ts'

const summary = ({ form, version, sha256, publishedAt, title, legal }: FormHead) => ({
  form,
  title: kinds[form]?.title ?? title,
  legal,
  period: kinds[form]?.period ?? 'year',
  numbered: Boolean(kinds[form]?.numbered),
  version,
  sha256,
  publishedAt: publishedAt.toISOString(),
})

const whole = (published: PublishedForm) => ({
  ...summary({ ...published, title: published.catalogue.title, legal: published.catalogue.legal }),
  catalogue: { ...published.catalogue },
})

export const publishedHandlers = handlers({
  /** In the order of the work. Forms whose kind is still to come are not offered. */
  'GET /forms': async ({ db }) => {
    const heads = await formHeads(reader(db))
    const offered = heads.filter(({ form }) => kinds[form] !== undefined)
    return {
      items: offered.sort((a, b) => byOrderOfWork(kinds[a.form] ?? a, kinds[b.form] ?? b)).map(summary),
    }
  },

  'GET /forms/:type/:form': async ({ params, db }) => {
    const { form } = kindOf(params)
    const version = await newestVersion(reader(db), form)
    const published = version === null ? null : await publishedForm(reader(db), form, version)
    if (published === null) throw problem('not-found')
    return reply(whole(published), { version: published.sha256 })
  },

  'GET /forms/:type/:form/versions/:n': async ({ params, db }) => {
    const published = await publishedForm(reader(db), kindOf(params).form, params.n)
    if (published === null) throw problem('not-found')
    return reply(whole(published), { version: published.sha256, immutable: true })
  },
})
