import { useQuery } from '@tanstack/react-query'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { cataloguesQuery } from './queries.ts'

/** The title of a form that has neither kind nor catalogue yet: its report type and the words of its name. */
function plainTitle(form: string): string {
  const [type = '', name = ''] = form.split('/')
  return `${type.toUpperCase()} ${name.replaceAll('-', ' ')}`
}

/** Titles of forms, also of those that cannot be filled in yet. */
export function useFormTitles(): (form: string) => string {
  const forms = useQuery(formsQuery)
  const catalogues = useQuery(cataloguesQuery)
  const titles = new Map([
    ...(catalogues.data?.items ?? []).map(one => [one.form, one.title] as const),
    ...(forms.data?.items ?? []).map(one => [one.form, one.title] as const),
  ])
  return form => titles.get(form) ?? plainTitle(form)
}
