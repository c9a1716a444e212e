import type { FormHead, PublishedForm } from '@sepakat/db'
import { kinds } from '@sepakat/rules'

/** A form as a list names it. */
export const formHeadView = ({ form, version, sha256, publishedAt, title, legal }: FormHead) => ({
  form,
  title: kinds[form]?.title ?? title,
  legal,
  period: kinds[form]?.period ?? 'year',
  numbered: Boolean(kinds[form]?.numbered),
  version,
  sha256,
  publishedAt: publishedAt.toISOString(),
})

/** A version of a form with its catalogue. */
export const publishedFormView = (published: PublishedForm) => ({
  ...formHeadView({ ...published, title: published.catalogue.title, legal: published.catalogue.legal }),
  catalogue: { ...published.catalogue },
})
