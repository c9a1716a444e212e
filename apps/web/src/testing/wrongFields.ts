import { type JudgedRoute, judgeOf } from '#administration/judgeOf.ts'
import type { Errors } from '#administration/useContractForm.ts'
import type { BodyOf } from '#sync/apiTypes.ts'

/** What a form says is wrong, by field, as `useContractForm` judges it. */
export async function wrongFields<R extends JudgedRoute>(
  route: R,
  body: BodyOf<R>,
  unread: Errors = {},
): Promise<Record<string, string>> {
  const judge = await judgeOf(route)
  const said = Object.entries(unread).flatMap(([field, message]) => (message ? [[field, message]] : []))
  return { ...judge(body), ...Object.fromEntries(said) }
}
