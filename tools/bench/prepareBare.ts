import { addBarePerson, makeBareTables } from './bareTables.ts'
import { password } from './buildCast.ts'
import type { Ground } from './ground.ts'

/** Makes the tables of the bare server; what it answers to a sign-in is what the product answers. */
export const prepareBare = async ({ filling, ports, cast, origin }: Ground): Promise<void> => {
  await makeBareTables(filling)
  for (const name of cast.names) {
    const answer = await fetch(`http://127.0.0.1:${ports.product}/api/v1/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    })
    if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status} ${await answer.text()}`)
    await addBarePerson(filling, name, await answer.text())
  }
}
